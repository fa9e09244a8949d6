import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { root } from './paths.mjs';
import { UserError } from './userError.mjs';

const stopTimeoutMs = 10_000;
const shownLogLines = 20;

/**
 * Runs a program to its end, with its output in a log file. It ends with this program.
 *
 * @throws UserError with the end of the log when the program fails.
 */
export async function runLogged({ command, args, env, cwd = root, log, what }) {
  const child = await spawnLogged({
    command,
    args,
    env,
    cwd,
    log,
    options: { detached: true },
  });
  const end = () => signalGroup(child, 'SIGKILL');
  process.once('exit', end);
  const code = await exitOf(child);
  process.removeListener('exit', end);
  if (code !== 0) {
    throw new UserError(await failureText(`${what} failed`, log));
  }
}

/** The programs that this one has started and has to stop. */
export class ProcessGroup {
  #children = new Map();
  #stopping = false;

  /**
   * Starts a program that stays.
   *
   * @param {{ name: string, command: string, args: string[], env: NodeJS.ProcessEnv, log: string }} options
   */
  async start({ name, command, args, env, log }) {
    // Its own process group: Ctrl-C reaches this program alone, which stops the others in order.
    // The channel ends with this program, however it ends, and the child with the channel.
    const child = await spawnLogged({
      command,
      args,
      env,
      cwd: root,
      log,
      options: { detached: true },
    });
    this.#children.set(name, child);
    const ended = exitOf(child).then(async code => {
      this.#children.delete(name);
      if (!this.#stopping) {
        throw new UserError(
          await failureText(`The ${name} ended with code ${code}`, log),
        );
      }
    });
    ended.catch(() => {});
    return { child, ended };
  }

  /** Ends every program, the last one first; by force after ten seconds. */
  async stop() {
    this.#stopping = true;
    for (const [, child] of [...this.#children].reverse()) {
      await stopChild(child);
    }
  }
}

async function stopChild(child) {
  const exited = exitOf(child);
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopTimeoutMs);
  await exited;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/** The log is the program's own output, no pipe: it can be written to when this program is gone. */
async function spawnLogged({ command, args, env, cwd, log, options }) {
  await mkdir(dirname(log), { recursive: true });
  const output = await open(log, 'w', 0o600);
  try {
    return await spawned(command, args, {
      cwd,
      env,
      stdio: ['ignore', output.fd, output.fd, 'ipc'],
      ...options,
    });
  } finally {
    await output.close();
  }
}

/** @throws UserError when there is no such program. */
function spawned(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    child.once('spawn', () => resolve(child));
    child.once('error', ({ message }) =>
      reject(new UserError(`${command} cannot be started: ${message}`)),
    );
  });
}

function exitOf(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(child.exitCode ?? child.signalCode);
  }
  return new Promise(resolve => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}

async function failureText(what, log) {
  const text = await readFile(log, 'utf8').catch(() => '');
  const tail = text.trimEnd().split('\n').slice(-shownLogLines).join('\n');
  return `${what}. The last lines of ${log}:\n${tail}`;
}
