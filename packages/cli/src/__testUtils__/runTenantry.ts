import { run } from '../run';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line in this process. */
export async function runTenantry(...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    stdout: { write: text => out.push(text) },
    stderr: { write: text => err.push(text) },
  });
  return { code, out: out.join(''), err: err.join('') };
}
