/** Functions that another process may call. */
export type Calls<T> = {
  [Name in keyof T]: (argument: never) => Promise<unknown>;
};

interface Request {
  id: number;
  name: string;
  argument: never;
}

/** What a call comes back with. */
export interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

/** Answers the calls of the parent process, until the parent goes. */
export function serve<T extends Calls<T>>(calls: T): void {
  process.on('message', async ({ id, name, argument }: Request) => {
    const reply: Reply = await calls[name as keyof T](argument).then(
      result => ({ id, result }),
      error => ({ id, error: String(error?.stack ?? error) }),
    );
    process.send!(reply);
  });
  process.on('disconnect', () => process.exit());
}
