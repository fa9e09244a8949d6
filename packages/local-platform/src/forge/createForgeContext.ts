import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { ForgeContext, identityOf } from './core/ForgeContext';
import { ForgeEvents } from './core/ForgeEvents';
import { createMergeCheck } from './core/mergeCheck';
import { branchProtections } from './core/protection';
import { followBranches } from './core/pullRequests/followBranches';
import { createPushLog } from './core/PushLog';
import { openRecordStore } from './core/RecordStore';
import { createWriteQueue } from './core/WriteQueue';
import { openRepository } from './git/createRepository';
import { ForgeOptions, ForgeUser } from './types';

const minimumTokenLength = 20;
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * Opens repository and records, and puts together what works on them.
 *
 * @throws InputError when an option is not allowed.
 */
export async function createForgeContext(
  options: ForgeOptions,
  url: string,
): Promise<ForgeContext> {
  const { dataDirectory, repository, users, logger } = options;
  assertOptions(options);
  await mkdir(dataDirectory, { recursive: true });
  const git = await openRepository({
    directory: join(
      dataDirectory,
      'repositories',
      repository.owner,
      `${repository.name}.git`,
    ),
    defaultBranch: repository.defaultBranch,
    author: identityOf(operatorOf(options)),
    seed: options.seed,
  });
  const store = await openRecordStore(join(dataDirectory, 'forge.json'));
  const events = new ForgeEvents(logger);
  const writes = createWriteQueue({
    pushLog: await createPushLog(git),
    events,
    logger,
    follow: pushes => followBranches({ git, store, events }, pushes),
  });
  const mergeCheck = createMergeCheck(git);
  return {
    url,
    repository,
    users,
    logger,
    git,
    store,
    events,
    writes,
    mergeCheck,
    protections: branchProtections(options),
  };
}

/** @throws InputError when no user has the operator's login. */
export function operatorOf({ users, operator }: ForgeOptions): ForgeUser {
  const user = users.find(({ login }) => login === operator);
  if (!user) {
    throw new InputError(`The operator "${operator}" is not among the users.`);
  }
  return user;
}

function assertOptions({ repository, users }: ForgeOptions): void {
  for (const name of [repository.owner, repository.name]) {
    if (!namePattern.test(name)) {
      throw new InputError(
        `The repository cannot be called "${name}": letters, digits and ._- are allowed.`,
      );
    }
  }
  for (const { login, token } of users) {
    if (token.length < minimumTokenLength) {
      throw new InputError(
        `The token of "${login}" has fewer than ${minimumTokenLength} characters.`,
      );
    }
  }
}
