import { spawnSync } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { root } from './paths.mjs';
import { UserError } from './userError.mjs';

/** @throws UserError when there is no git on the PATH. */
export function assertGit() {
  const { status } = spawnSync('git', ['--version'], { timeout: 10_000 });
  if (status !== 0) {
    throw new UserError(
      'Git is needed and was not found on the PATH: install it, then start again.',
    );
  }
}

/** @throws UserError when the disk that holds the repository has less than the given space. */
export async function assertDiskSpace(neededBytes) {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  if (free < neededBytes) {
    throw new UserError(
      `${gigabytes(
        neededBytes,
      )} of disk space are needed below ${root}, but only ${gigabytes(
        free,
      )} are free.`,
    );
  }
}

/**
 * @param {{ port: number, use: string, option: string }[]} ports
 * @throws UserError naming the first port that another program listens on.
 */
export async function assertPortsFree(ports) {
  for (const { port, use, option } of ports) {
    if (!(await isFree(port))) {
      throw new UserError(
        `Port ${port} (${use}) is taken by another program: stop that program, or choose other ports with ${option}.`,
      );
    }
  }
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', error =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
