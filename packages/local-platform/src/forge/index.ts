export { startForge } from './startForge';
export type {
  CommitInfo,
  ConfiguredWebhook,
  Forge,
  ForgeLogger,
  ForgeOptions,
  ForgeUser,
  Push,
  WebhookEvent,
} from './types';
