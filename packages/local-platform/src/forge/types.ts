import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { Signature } from './git/commits';

/** Where the forge reports what it does; a Backstage logger or `console` fits. */
export interface ForgeLogger {
  info(message: string): void;
  warn(message: string): void;
}

/** Somebody who may write. */
export interface ForgeUser {
  /** Name at sign-in, for example `operator`. */
  login: string;
  fullName: string;
  email: string;
  /** Secret; at least 20 characters. */
  token: string;
}

/** A webhook that the composition sets up; it is not kept on disk and not listed by the API. */
export interface ConfiguredWebhook {
  url: string;
  /** Key of the signature; without one the deliveries are not signed. */
  secret?: string;
  events: WebhookEvent[];
}

/** The events that webhooks can ask for. */
export const webhookEvents = ['push', 'pull_request'] as const;

/** One of the events that webhooks can ask for. */
export type WebhookEvent = (typeof webhookEvents)[number];

/** How to start a forge. */
export interface ForgeOptions {
  /** Port on the loopback interface; 0 takes any that is free. */
  port: number;
  /**
   * Address under which others reach the forge, without a trailing slash;
   * `http://localhost:<port>` when absent.
   */
  baseUrl?: string;
  /** Folder that keeps repository, pull requests and webhooks across restarts. */
  dataDirectory: string;
  repository: {
    owner: string;
    name: string;
    defaultBranch: string;
  };
  users: ForgeUser[];
  /** Login of the user in whose name the web page merges. */
  operator: string;
  /** Logins that may push to the default branch; others propose. The operator alone when absent. */
  pushers?: string[];
  /** The files of the first commit; ignored when the repository exists. */
  seed: RepositoryFile[];
  webhooks?: ConfiguredWebhook[];
  /** Address of the portal, which the web page links to after a merge. */
  portalUrl?: string;
  logger: ForgeLogger;
}

/** A branch that came into being, moved or went away. */
export interface Push {
  /** Full name of the reference, for example `refs/heads/main`. */
  ref: string;
  branch: string;
  /** Commit before; forty zeros for a new branch. */
  before: string;
  /** Commit after; forty zeros for a deleted branch. */
  after: string;
  /** Login of who pushed, committed or merged. */
  pusher: string;
}

/** What a revision says about itself. */
export interface CommitInfo {
  revision: string;
  message: string;
  author: Signature;
  committer: Signature;
}

/** A running forge. */
export interface Forge {
  /** Its address, without a trailing slash. */
  readonly url: string;
  /**
   * Calls back after each change of a branch, in order, whether it came by git, by API or by the
   * web page; returns the function that stops it.
   */
  onPush(listener: (push: Push) => void): () => void;
  /**
   * Reads all text of a revision.
   *
   * @param ref - Branch, tag or complete commit id; the default branch when absent.
   * @throws NotFoundError when there is no such revision.
   */
  readTree(
    ref?: string,
  ): Promise<{ revision: string; files: RepositoryFile[] }>;
  /** @throws NotFoundError when there is no such revision. */
  commitInfo(revision: string): Promise<CommitInfo>;
  /** Stops serving, once the writes under way have ended; aborts webhook deliveries. */
  close(): Promise<void>;
}
