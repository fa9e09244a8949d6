import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeFolder } from '../__fixtures__/folders';
import { inputs } from '../__fixtures__/inputs';
import { renderInput } from '../__fixtures__/renderInput';
import { parseYamlFile } from '../output';
import { Manifest } from './__fixtures__/manifests';

const run = promisify(execFile);

async function hasKubectl(): Promise<boolean> {
  try {
    await run('kubectl', ['version', '--client'], { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

describe('the manifests folders of the shipped template', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manifests-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each(Object.keys(inputs))('build with kubectl: %s', async name => {
    if (!(await hasKubectl())) {
      if (process.env.CI) {
        throw new Error('kubectl is missing; CI needs it.');
      }
      // eslint-disable-next-line no-console
      console.warn('Skipped: kubectl is not installed.');
      return;
    }
    const files = await renderInput(name);
    await writeFolder(join(folder, name), files);

    for (const { path } of files.filter(isKustomization)) {
      const { stdout } = await run(
        'kubectl',
        ['kustomize', join(folder, name, path, '..')],
        { timeout: 30_000 },
      );
      const [, client, environment] = path.split('/');
      const manifests = parseYamlFile(stdout) as Manifest[];
      expect(manifests.length).toBeGreaterThan(30);
      expect(manifests.filter(isForeignTo(`${client}-${environment}`))).toEqual(
        [],
      );
    }
  });
});

function isKustomization({ path }: { path: string }): boolean {
  return path.endsWith('/kustomization.yaml');
}

/** An object elsewhere, without the tenant's label, or of a kind that has no place in Git. */
function isForeignTo(namespace: string) {
  return ({ kind, metadata }: Manifest) =>
    kind === 'Secret' ||
    (metadata.namespace ?? metadata.name) !== namespace ||
    metadata.labels?.['app.kubernetes.io/part-of'] !== namespace;
}
