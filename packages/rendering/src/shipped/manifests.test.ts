import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { writeFolder } from '../__fixtures__/folders';
import { inputs } from '../__fixtures__/inputs';
import { renderInput } from '../__fixtures__/renderInput';
import { parseYamlFile } from '../output';

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
  };
  spec?: Record<string, any>;
}

const run = promisify(execFile);

async function hasKubectl(): Promise<boolean> {
  try {
    await run('kubectl', ['version', '--client'], { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

describe('the manifests of the shipped template', () => {
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
      expect(manifests.length).toBeGreaterThan(20);
      expect(manifests.filter(isForeignTo(`${client}-${environment}`))).toEqual(
        [],
      );
    }
  });

  it('open nothing that the allow-list does not name', async () => {
    const [policies] = await manifestsOf('minimal', 'authorization-policies');
    const forGateway = policies.filter(({ spec }) => spec?.selector);

    expect(policies[0]).toMatchObject({
      metadata: { name: 'deny-by-default' },
      spec: {},
    });
    expect(forGateway).toEqual([]);
  });

  it('split a long allow-list into policies of at most 100 networks', async () => {
    const [policies] = await manifestsOf(
      'many-networks',
      'authorization-policies',
    );
    const networks = policies
      .filter(({ spec }) => spec?.selector)
      .map(({ spec }) => spec!.rules[0].from[0].source.remoteIpBlocks.length);

    expect(networks).toEqual([100, 100, 1]);
  });

  it('read an onboarding secret only where the network asks for one', async () => {
    const [devnet, mainnet] = await manifestsOf('complete', 'secrets');
    const names = (manifests: Manifest[]) =>
      manifests.map(({ metadata }) => metadata.name);
    const onboarding = 'splice-app-validator-onboarding-validator';

    expect(names(devnet)).not.toContain(onboarding);
    expect(names(mainnet)).toContain(onboarding);
  });

  it('run two database instances where the environment wants high availability', async () => {
    const [devnet, mainnet] = await manifestsOf('complete', 'database');

    expect(devnet[0].spec!.instances).toBe(1);
    expect(mainnet[0].spec!.instances).toBe(2);
  });

  it('name every host in the certificate, the gateway and the routes', async () => {
    const [tenant] = await filesOf('complete', 'devnet/tenant.yaml');
    const hosts = tenant[0]
      .spec!.hostnames.map(({ host }: { host: string }) => host)
      .sort();
    const [certificate] = await manifestsOf('complete', 'certificate');
    const [gateway] = await manifestsOf('complete', 'gateway');
    const [routes] = await manifestsOf('complete', 'routes');
    const routed = routes.flatMap(({ kind, spec }) =>
      kind === 'VirtualService' ? spec!.hosts : [],
    );
    const { servers } = gateway.find(({ kind }) => kind === 'Gateway')!.spec!;

    expect(certificate[0].spec!.dnsNames.sort()).toEqual(hosts);
    expect(servers[0].hosts.sort()).toEqual(hosts);
    expect(routed.sort()).toEqual(hosts);
  });

  it('are confined by the project to the client’s namespaces', async () => {
    const [project] = await filesOf('complete', 'hub/projects/initech.yaml');
    const namespaces = ['initech-devnet', 'initech-testnet', 'initech-mainnet'];

    expect(project[0]).toMatchObject({
      metadata: { name: 'initech', namespace: 'argocd' },
      spec: {
        destinations: namespaces.map(namespace =>
          expect.objectContaining({ namespace }),
        ),
        clusterResourceWhitelist: namespaces.map(name => ({
          group: '',
          kind: 'Namespace',
          name,
        })),
      },
    });
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

/** The manifests of each environment, in the order of the paths. */
function manifestsOf(input: string, file: string): Promise<Manifest[][]> {
  return filesOf(input, `manifests/${file}.yaml`);
}

async function filesOf(input: string, suffix: string): Promise<Manifest[][]> {
  const files = await renderInput(input);
  return files
    .filter(({ path }) => path.endsWith(suffix))
    .map(({ content }) => parseYamlFile(content!) as Manifest[]);
}
