import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { root } from './paths.mjs';
import { UserError } from './userError.mjs';

const stopTimeoutMs = 10_000;
const shownLogLines = 20;

/**
 * Runs a program to its end, with its output in a log file.
 *
 * @throws UserError with the end of the log when the program fails.
 */
export async function runLogged({ command, args, env, cwd = root, log, what }) {
  const child = await spawnLogged({ command, args, env, cwd, log });
  const code = await exitOf(child);
  if (code !== 0) {
    throw new UserError(await failureText(`${what} failed`, log));
  }
}

/** The programs that this one has started and has to stop. */
export class ProcessGroup {
  #children = new Map();
  #stopping = false;

  /**
   * Starts a program that stays. Standard output goes to the log as well as to `onLine`.
   *
   * @param {{ name: string, command: string, args: string[], env: NodeJS.ProcessEnv, log: string, onLine?: (line: string) => void }} options
   */
  async start({ name, command, args, env, log, onLine }) {
    // Its own process group: Ctrl-C reaches this program alone, which stops the others in order.
    // The channel ends with this program, however it ends, and the child with the channel.
    const child = await spawnLogged({
      command,
      args,
      env,
      cwd: root,
      log,
      onLine,
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

async function spawnLogged({ command, args, env, cwd, log, onLine, options }) {
  await mkdir(dirname(log), { recursive: true });
  const output = createWriteStream(log, { flags: 'w', mode: 0o600 });
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...options,
  });
  child.on('error', error => output.write(`${error.message}\n`));
  child.stderr.pipe(output, { end: false });
  child.stdout.pipe(output, { end: false });
  child.once('close', () => output.end());
  if (onLine) {
    forwardLines(child.stdout, onLine);
  }
  return child;
}

function forwardLines(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', chunk => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(onLine);
  });
}

function exitOf(child) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(child.exitCode ?? child.signalCode);
  }
  return new Promise(resolve => {
    child.once('error', error => resolve(error.code ?? 1));
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
}

async function failureText(what, log) {
  const text = await readFile(log, 'utf8').catch(() => '');
  const tail = text.trimEnd().split('\n').slice(-shownLogLines).join('\n');
  return `${what}. The last lines of ${log}:\n${tail}`;
}
