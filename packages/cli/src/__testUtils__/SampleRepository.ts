import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { sampleFiles } from './samplePlatform';

const execute = promisify(execFile);

/** The sample repository of the local platform, in Git and on disk. */
export class SampleRepository {
  static async create(): Promise<SampleRepository> {
    const directory = await fs.mkdtemp(join(tmpdir(), 'tenantry-cli-'));
    const repository = new SampleRepository(directory);
    for (const { path, content } of await sampleFiles()) {
      await repository.write(path, content);
    }
    await repository.git('init', '--quiet', '--initial-branch=main');
    await repository.commit('Describe the platform');
    return repository;
  }

  private constructor(readonly directory: string) {}

  path(path: string): string {
    return join(this.directory, path);
  }

  read(path: string): Promise<string> {
    return fs.readFile(this.path(path), 'utf8');
  }

  async write(path: string, content: string): Promise<void> {
    await fs.mkdir(dirname(this.path(path)), { recursive: true });
    await fs.writeFile(this.path(path), content);
  }

  async edit(path: string, from: string, to: string): Promise<void> {
    const content = await this.read(path);
    if (!content.includes(from)) {
      throw new Error(`${path} does not hold ${from}`);
    }
    await this.write(path, content.replace(from, to));
  }

  async commit(message: string): Promise<void> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '--message', message);
  }

  async git(...args: string[]): Promise<string> {
    const { stdout } = await execute('git', ['-C', this.directory, ...args], {
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'Test',
        GIT_AUTHOR_EMAIL: 'test@example.com',
        GIT_COMMITTER_NAME: 'Test',
        GIT_COMMITTER_EMAIL: 'test@example.com',
      },
    });
    return stdout;
  }

  /** Back to the first commit, without what was added since. */
  async reset(): Promise<void> {
    await this.git('reset', '--quiet', '--hard', 'main');
    await this.git('clean', '-fdxq');
  }

  remove(): Promise<void> {
    return fs.rm(this.directory, { recursive: true });
  }
}
