import { Author } from '@tenantry/forges';
import { Rollout } from '@tenantry/plugin-tenants-common';
import { KeyedEvent } from '../store';

/** A rollout with what the API does not tell. */
export interface StoredRollout {
  rollout: Rollout;
  /** Who its commits are by. */
  author: Author;
  /** Counts the writes; a write says which one it follows. */
  version: number;
}

/** Keeps rollouts. */
export interface RolloutStore {
  add(rollout: Rollout, author: Author): Promise<void>;

  /**
   * Writes a rollout that has changed, and what that means to tenants, all or nothing.
   *
   * @throws ConflictError when somebody else has written it since it was read.
   */
  update(stored: StoredRollout, events?: readonly KeyedEvent[]): Promise<void>;

  /** @throws NotFoundError when there is none of that id. */
  get(id: string): Promise<StoredRollout>;

  /** Newest first. */
  list(limit: number): Promise<Rollout[]>;

  /** All that are not final, oldest first. */
  active(): Promise<StoredRollout[]>;
}
