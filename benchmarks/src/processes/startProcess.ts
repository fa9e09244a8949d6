import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Calls, Reply } from './serve';

/** Another process, whose functions can be called as if they were here. */
export interface RemoteProcess<T> {
  readonly calls: T;
  /** Whether the process is still there. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts a module of this package in a process of its own.
 *
 * @param options.module - absolute path of a TypeScript file that calls {@link serve}
 */
export function startProcess<T extends Calls<T>>(options: {
  module: string;
  env?: Record<string, string>;
  nodeArguments?: string[];
}): RemoteProcess<T> {
  const child = fork(options.module, [], {
    env: { ...process.env, ...options.env },
    execArgv: [...process.execArgv, ...(options.nodeArguments ?? [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    calls: remoteCalls<T>(child),
    isRunning: () => isRunning(child),
    stop: () => stop(child),
  };
}

function remoteCalls<T>(child: ChildProcess): T {
  const pending = new Map<number, (reply: Reply) => void>();
  let lastId = 0;
  child.on('message', (reply: Reply) => {
    pending.get(reply.id)?.(reply);
    pending.delete(reply.id);
  });
  child.on('exit', code => {
    pending.forEach((settle, id) =>
      settle({ id, error: `The process ended with ${code}.` }),
    );
    pending.clear();
  });
  const call = (name: string) => (argument: unknown) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      pending.set(lastId, ({ result, error }) =>
        error ? reject(new Error(error)) : resolve(result),
      );
      child.send({ id: lastId, name, argument });
    });
  // Every property is a call; what the process does not serve comes back as an error.
  return new Proxy({} as object, {
    get: (_, name) => call(String(name)),
  }) as T;
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (isRunning(child)) {
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
}
