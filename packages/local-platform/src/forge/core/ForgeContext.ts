import { Identity } from '../git/commits';
import { Git } from '../git/Git';
import { ForgeLogger, ForgeOptions, ForgeUser } from '../types';
import { ForgeEvents } from './ForgeEvents';
import { MergeCheck } from './mergeCheck';
import { BranchProtection } from './protection';
import { RecordStore } from './RecordStore';
import { WriteQueue } from './WriteQueue';

/** What every part of the forge works with. */
export interface ForgeContext {
  /** Address of the forge, without a trailing slash. */
  url: string;
  repository: ForgeOptions['repository'];
  users: ForgeUser[];
  git: Git;
  store: RecordStore;
  events: ForgeEvents;
  writes: WriteQueue;
  mergeCheck: MergeCheck;
  protections: BranchProtection[];
  logger: ForgeLogger;
}

/** How a user signs commits. */
export function identityOf(user: ForgeUser): Identity {
  return { name: user.fullName, email: user.email };
}
