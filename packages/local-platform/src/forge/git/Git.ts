import { ForwardedError } from '@backstage/errors';
import execa from 'execa';

const timeoutMs = 60_000;
const maximumOutputBytes = 128 * 1024 * 1024;

/** What to give a git process beside its arguments. */
export interface GitRunOptions {
  input?: string | Buffer;
  env?: Record<string, string>;
  cwd?: string;
  /** Exit codes that are an answer and not a failure; 0 always is. */
  acceptedExitCodes?: number[];
}

/** The result of a git process that ended as expected. */
export interface GitResult {
  exitCode: number;
  stdout: Buffer;
}

/** The git command, bound to one bare repository. */
export interface Git {
  /** Absolute path of the bare repository. */
  readonly directory: string;
  /**
   * Runs git and collects its output.
   *
   * @throws Error when it fails, takes longer than a minute or answers more than 128 MiB.
   */
  run(args: string[], options?: GitRunOptions): Promise<GitResult>;
  /** Like `run`, for output that is text; without the trailing newline. */
  text(args: string[], options?: GitRunOptions): Promise<string>;
  /** Starts git for output that is read as a stream and not collected; ends within a minute. */
  start(
    args: string[],
    options?: GitRunOptions,
  ): execa.ExecaChildProcess<Buffer>;
}

/**
 * Binds git to a bare repository.
 *
 * The user's own git configuration and environment are kept out: signing, hooks, templates or
 * line-ending settings on a developer's machine must not change what the forge does.
 */
export function createGit(directory: string): Git {
  const spawn = (args: string[], options: GitRunOptions, buffer: boolean) =>
    execa('git', args, {
      buffer,
      cwd: options.cwd ?? directory,
      env: { ...gitEnvironment(directory), ...options.env },
      extendEnv: false,
      ...(options.input ? { input: options.input } : { stdin: 'ignore' }),
      encoding: null,
      stripFinalNewline: false,
      timeout: timeoutMs,
      maxBuffer: maximumOutputBytes,
    });

  const run = async (args: string[], options: GitRunOptions = {}) => {
    try {
      const { exitCode, stdout } = await spawn(args, options, true);
      return { exitCode, stdout };
    } catch (error) {
      // execa rejects with its own error class, which carries what the process left behind.
      const failure = error as execa.ExecaError<Buffer> & { code?: string };
      // A git that stops reading its input has refused it.
      const exitCode = failure.code === 'EPIPE' ? 128 : failure.exitCode;
      if (options.acceptedExitCodes?.includes(exitCode)) {
        return { exitCode, stdout: failure.stdout };
      }
      throw new ForwardedError(`git ${args[0]} failed`, error);
    }
  };

  return {
    directory,
    start: (args, options = {}) => spawn(args, options, false),
    run,
    text: async (args, options) =>
      (await run(args, options)).stdout.toString('utf8').replace(/\n$/, ''),
  };
}

/** The environment in which git knows of this repository and of nothing else. */
export function gitEnvironment(directory: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_'),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_DIR: directory,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    // A path is a path: a leading colon or a star in it has no meaning.
    GIT_LITERAL_PATHSPECS: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}
