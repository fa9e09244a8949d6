import { execFile, execFileSync } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { writeKubeconfig } from '../kubeconfig';
import { namespace } from './objects';
import { adminToken, TestServer, viewerToken } from './startTestServer';

const execute = promisify(execFile);

/** The real kubectl, with the contexts devnet, viewer and stranger for a test server. */
export class Kubectl {
  static async for(server: TestServer): Promise<Kubectl> {
    const { url, certificates, directory } = server;
    await writeKubeconfig(join(directory, 'kubeconfig'), {
      clusters: [
        { name: 'devnet', url, token: adminToken },
        { name: 'viewer', url, token: viewerToken },
        { name: 'stranger', url, token: 'token-of-nobody' },
      ],
      caCertificate: certificates.caCertificate,
    });
    return new Kubectl(directory);
  }

  readonly environment: NodeJS.ProcessEnv;
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
    this.environment = {
      PATH: process.env.PATH,
      HOME: directory,
      KUBECONFIG: join(directory, 'kubeconfig'),
    };
  }

  /** What it prints. */
  async run(...args: string[]): Promise<string> {
    return (await this.#execute(args)).stdout;
  }

  /** What it complains of, whether it fails or not. */
  async failureOf(...args: string[]): Promise<string> {
    const { stderr } = await this.#execute(args).catch(failure => failure);
    return stderr;
  }

  /** Writes an object into a file. */
  async manifest(object: object): Promise<string> {
    const file = join(this.#directory, `${Math.random()}.yaml`);
    await fs.writeFile(file, stringify(object));
    return file;
  }

  #execute(args: string[]) {
    return execute('kubectl', ['-n', namespace, ...args], {
      env: this.environment,
      timeout: 30_000,
    });
  }
}

function hasKubectl(): boolean {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function describeIfInstalled(): jest.Describe {
  const isInstalled = hasKubectl();
  if (!isInstalled && !process.env.CI) {
    process.stderr.write('kubectl is not installed: its tests are skipped.\n');
  }
  // Where nobody looks at the output, a skipped test would pass for a good one.
  return isInstalled || process.env.CI ? describe : describe.skip;
}

export const describeWithKubectl = describeIfInstalled();
