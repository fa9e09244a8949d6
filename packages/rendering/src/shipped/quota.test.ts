import { renderInput } from '../__fixtures__/renderInput';
import { allManifestsOf, Manifest, valuesOf } from './__fixtures__/manifests';

interface Resources {
  cpu: number;
  memory: number;
  memoryLimit: number;
}

/** What the charts ask for their two web interfaces, and Istio for the proxy of a pod. */
const webInterface: Resources = { cpu: 0.1, memory: 0.24, memoryLimit: 1.5 };
const proxy: Resources = { cpu: 0.1, memory: 0.125, memoryLimit: 1 };

describe.each(['suspended', 'all-environments', 'large-with-kms'])(
  'the quota of "%s"',
  name => {
    it('has room for everything that runs at once, and little more', async () => {
      const [, environment] = (await renderInput(name))
        .map(({ path }) => /^clients\/[^/]+\/([^/]+)\/manifests/.exec(path))
        .find(Boolean)!;
      const manifests = await allManifestsOf(name, environment);
      const needed = sum(await runningAtOnce(name, manifests));
      const { hard } = find(manifests, 'ResourceQuota').spec!;
      const allowed = {
        cpu: quantity(hard['requests.cpu']),
        memory: quantity(hard['requests.memory']),
        memoryLimit: quantity(hard['limits.memory']),
      };

      for (const key of ['cpu', 'memory', 'memoryLimit'] as const) {
        expect(allowed[key]).toBeGreaterThanOrEqual(needed[key]);
        expect(allowed[key]).toBeLessThanOrEqual(1.5 * needed[key]);
      }
      expect(quantity(hard['requests.storage'])).toBeGreaterThanOrEqual(
        storageOf(manifests),
      );
    });
  },
);

async function runningAtOnce(
  name: string,
  manifests: Manifest[],
): Promise<Resources[]> {
  const participant = await valuesOf(name, 'participant');
  const validator = await valuesOf(name, 'validator');
  const database = find(manifests, 'Cluster').spec!;
  const sidecar = find(manifests, 'ObjectStore').spec!;
  const gateway = find(manifests, 'Deployment').spec!;
  const { initContainers } = dumpOf(manifests).spec;
  // Two instances, and the job that joins a further one.
  const instances = [0, 1, 2].flatMap(() => [
    asked(database.resources),
    asked(sidecar.instanceSidecarConfiguration.resources),
    proxy,
  ]);
  const gateways = Array.from({ length: gateway.replicas + 1 }, () =>
    asked(gateway.template.spec.containers[0].resources),
  );
  return [
    asked(participant.resources),
    asked(validator.resources),
    webInterface,
    webInterface,
    ...[0, 1, 2, 3].map(() => proxy),
    ...instances,
    ...gateways,
    asked(initContainers[0].resources),
    proxy,
  ];
}

/** Two instances; a dump that succeeded, one with its retry that failed, and the same running. */
function storageOf(manifests: Manifest[]): number {
  const { storage, walStorage } = find(manifests, 'Cluster').spec!;
  const [{ ephemeral }] = dumpOf(manifests).spec.volumes;
  const dump = ephemeral.volumeClaimTemplate.spec.resources.requests.storage;
  return (
    2 * (quantity(storage.size) + quantity(walStorage.size)) +
    5 * quantity(dump)
  );
}

function dumpOf(manifests: Manifest[]) {
  return find(manifests, 'CronJob').spec!.jobTemplate.spec.template;
}

function find(manifests: Manifest[], wanted: string): Manifest {
  return manifests.find(({ kind }) => kind === wanted)!;
}

function asked(given: Record<'requests' | 'limits', any>): Resources {
  return {
    cpu: quantity(given.requests.cpu),
    memory: quantity(given.requests.memory),
    memoryLimit: quantity(given.limits.memory),
  };
}

/** Cores, or gibibytes. */
function quantity(text: string): number {
  const factors: Record<string, number> = {
    '': 1,
    m: 1 / 1000,
    Mi: 1 / 1024,
    Gi: 1,
    Ti: 1024,
  };
  const [, amount, unit] = /^(\d+)([a-zA-Z]*)$/.exec(text)!;
  return Number(amount) * factors[unit];
}

function sum(all: Resources[]): Resources {
  const total = (key: keyof Resources) =>
    all.reduce((before, one) => before + one[key], 0);
  return {
    cpu: total('cpu'),
    memory: total('memory'),
    memoryLimit: total('memoryLimit'),
  };
}
