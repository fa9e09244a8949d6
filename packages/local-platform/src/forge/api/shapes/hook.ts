import { HookRecord } from '../../core/records';

/** A webhook as Gitea shows it: the secret never leaves the forge. */
export function toHook({ id, url, events, active, createdAt }: HookRecord) {
  return {
    id,
    type: 'gitea',
    branch_filter: '*',
    config: { content_type: 'json', url },
    events,
    authorization_header: '',
    active,
    created_at: createdAt,
    updated_at: createdAt,
  };
}
