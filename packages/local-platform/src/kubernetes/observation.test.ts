import {
  Connectivity,
  createClusterStatusSource,
  KubernetesKind,
  Observation,
  TenantBinding,
  textAt,
  valueAt,
} from '@tenantry/plugin-tenants-node';
import { setTimeout as delay } from 'node:timers/promises';
import { Fault, followHugeObjects } from '../faults';
import { runningPod } from './__testUtils__/objects';
import {
  startTestServer,
  TestServer,
  viewerToken,
} from './__testUtils__/startTestServer';

const namespace = 'acme-01-devnet';
const timing = {
  minimumBackoffMs: 10,
  maximumBackoffMs: 40,
  absentRetryMs: 60,
  listTimeoutMs: 500,
  probeIntervalMs: 30,
  probeTimeoutMs: 300,
  settleMs: 1_000,
  coalesceMs: 10,
};

function kindOf(kind: string, group: string): KubernetesKind<string> {
  return {
    kind,
    group,
    versions: ['v1'],
    plural:
      kind === 'NetworkPolicy' ? 'networkpolicies' : `${kind.toLowerCase()}s`,
    project: object => textAt(object, 'metadata', 'labels', 'seen') ?? 'never',
  };
}

const pods = kindOf('Pod', '');
const certificates = kindOf('Certificate', 'cert-manager.io');
const policies = kindOf('NetworkPolicy', 'networking.k8s.io');
const kinds = [pods, certificates, policies];

/** What a status source sees of a real API server while a fault is on. */
describe('a source that observes an API server', () => {
  let server: TestServer;
  let controller: AbortController;
  let done: Promise<void>;
  let reports: Observation[];
  let connectivity: Connectivity[];

  beforeEach(async () => {
    server = await startTestServer();
    server.store.create(runningPod);
    controller = new AbortController();
    reports = [];
    connectivity = [];
  });

  afterEach(async () => {
    controller.abort();
    await done;
    await server.close();
  });

  function observe() {
    const binding = {
      tenant: 'acme-01',
      environment: 'devnet',
    } as TenantBinding;
    const source = createClusterStatusSource({
      id: 'kubernetes',
      connections: new Map([['devnet', connection()]]),
      kinds,
      scope: 'cluster',
      placeOf: () => ({ cluster: 'devnet', namespace }),
      observe: (_, view, now) => ({
        checks: kinds.map(kind => {
          const availability = view.availability(kind);
          const reason =
            availability.phase === 'Failing'
              ? availability.reason
              : availability.phase;
          const names = [...view.objects(kind)].map(entry => entry.join('='));
          return {
            id: kind.kind,
            health: 'Healthy' as const,
            reason,
            message: names.join(),
          };
        }),
        facts: {
          allowListInForce: [String(now.getTime() > Date.now() + 60_000)],
        },
      }),
      logger: server.logger,
      timing,
    });
    done = source.run({
      bindings: {
        current: () => new Map([[namespace, binding]]),
        onChange() {},
      },
      sink: {
        report: report => reports.push(report),
        reportConnectivity: entry => connectivity.push(entry),
      },
      signal: controller.signal,
    });
  }

  function connection() {
    return {
      name: 'devnet',
      url: server.url,
      token: viewerToken,
      certificateAuthority: server.certificates.caCertificate,
      skipTlsVerify: false,
    };
  }

  const seen = (kind: KubernetesKind<string>) =>
    reports.at(-1)?.checks.find(({ id }) => id === kind.kind);
  const until = async (condition: () => unknown) => {
    const deadline = performance.now() + 8_000;
    while (!condition() && performance.now() < deadline) {
      await delay(10);
    }
    expect(condition()).toBeTruthy();
  };
  const isConnected = () => connectivity.at(-1)?.connected === true;
  const relabel = (label: string) =>
    server.store.update({
      ...runningPod,
      metadata: { ...runningPod.metadata, labels: { seen: label } },
    });
  const follows = async (label: string) => {
    relabel(label);
    await until(() => seen(pods)?.message === `participant-0=${label}`);
  };

  it.each<[Fault['name'], RegExp]>([
    ['unreachable-cluster', /connection to the API server breaks/],
    ['expired-credentials', /refused the credentials/],
    ['hanging-api-server', /did not answer in time/],
    ['malformed-answers', /not JSON/],
  ])('says that the cluster cannot be asked: %s', async (name, message) => {
    observe();
    await until(isConnected);
    await follows('before');
    const fault = { name, target: 'devnet' };
    server.faults.switchOn(fault);
    await until(() => !isConnected());
    expect(connectivity.at(-1)?.message).toMatch(message);
    relabel('meanwhile');
    server.faults.switchOff(fault);
    await until(isConnected);
    await until(() => seen(pods)?.message === 'participant-0=meanwhile');
    await follows('after');
  });

  it('starts with a cluster that is not there, and finds it', async () => {
    const fault: Fault = { name: 'unreachable-cluster', target: 'devnet' };
    server.faults.switchOn(fault);
    observe();
    await until(() => connectivity.length > 0);
    expect(isConnected()).toBe(false);
    expect(reports).toEqual([]);
    server.faults.switchOff(fault);
    await until(isConnected);
    await follows('after');
  });

  it('does not see a kind that is forbidden, and goes on with the others', async () => {
    observe();
    await until(isConnected);
    const fault: Fault = {
      name: 'forbidden-kind',
      target: 'devnet/certificates.cert-manager.io',
    };
    server.faults.switchOn(fault);
    await until(() => seen(certificates)?.reason === 'Forbidden');
    await follows('meanwhile');
    expect(isConnected()).toBe(true);
    server.faults.switchOff(fault);
    await until(() => seen(certificates)?.reason === 'Observed');
  });

  it('finds a kind once it is installed', async () => {
    const fault: Fault = {
      name: 'missing-kind',
      target: 'devnet/certificates.cert-manager.io',
    };
    server.faults.switchOn(fault);
    observe();
    await until(isConnected);
    expect(seen(certificates)?.reason).toBe('Absent');
    server.faults.switchOff(fault);
    await until(() => seen(certificates)?.reason === 'Observed');
    await follows('after');
  });

  it.each<Fault['name']>(['expired-resource-version', 'dropped-watches'])(
    'misses nothing and doubts nothing: %s',
    async name => {
      observe();
      await until(isConnected);
      server.faults.switchOn({ name, target: 'devnet' });
      await follows('one');
      await delay(name === 'dropped-watches' ? 3_200 : 100);
      await follows('two');
      expect(connectivity.every(({ connected }) => connected)).toBe(true);
      expect(seen(pods)?.reason).toBe('Observed');
    },
  );

  it('does not look at a huge object, and says so', async () => {
    const stop = followHugeObjects({
      faults: server.faults,
      clusters: [{ name: 'devnet', store: server.store }],
    });
    observe();
    await until(isConnected);
    const fault: Fault = { name: 'huge-object', target: 'acme-01/devnet' };
    server.faults.switchOn(fault);
    await until(() => seen(policies)?.reason === 'ObjectTooLarge');
    expect(seen(policies)?.message).toBe('');
    await follows('meanwhile');
    server.faults.switchOff(fault);
    await until(() => seen(policies)?.reason === 'Observed');
    stop();
  });

  it('judges by the clock of the cluster', async () => {
    await server.close();
    const ahead = () => new Date(Date.now() + 7 * 60_000);
    server = await startTestServer({ now: ahead });
    observe();
    await until(isConnected);
    expect(valueAt(reports.at(-1), 'facts', 'allowListInForce')).toEqual([
      'true',
    ]);
  });
});
