import { InputError } from '@backstage/errors';
import { spawn } from 'node:child_process';

const timeoutMs = 60_000;
/** More than the descriptors of a very large platform. */
const maximumBytes = 512 * 1024 * 1024;

/**
 * Runs Git in a directory, without a shell.
 *
 * @param input - for its standard input
 * @returns what it prints.
 * @throws InputError when Git fails, takes longer than a minute, or prints too much.
 */
export async function git(
  directory: string,
  args: readonly string[],
  input = '',
): Promise<Buffer> {
  const child = spawn('git', ['-C', directory, ...args], {
    timeout: timeoutMs,
    // No question may ever be asked in CI, and no configuration of the user's may run a program.
    env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' },
  });
  const output: Buffer[] = [];
  const complaints: Buffer[] = [];
  let bytes = 0;
  child.stderr.on('data', chunk => complaints.push(chunk));
  child.stdout.on('data', chunk => {
    bytes += chunk.length;
    if (bytes > maximumBytes) {
      child.kill();
    } else {
      output.push(chunk);
    }
  });
  child.stdin.on('error', () => {
    // A Git that ends early says why by its exit code.
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', error =>
      reject(new InputError('git cannot be run', error)),
    );
    child.once('close', code =>
      code === 0
        ? resolve(Buffer.concat(output))
        : reject(failure(args[0], Buffer.concat(complaints).toString('utf8'))),
    );
  });
}

function failure(command: string, complaint: string): Error {
  const [reason] = complaint.trim().split('\n');
  return new InputError(
    `git ${command} failed: ${reason || 'it took too long or said too much'}`,
  );
}
