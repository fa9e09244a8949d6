import {
  AccessRole,
  hubGroups,
  PortalRoles,
  resourceDefinitions,
  spokeGroups,
} from '@tenantry/local-platform';
import { eventually } from '../faults/__testUtils__/FaultWorld';
import { readRoles } from './__testUtils__/readRoles';
import { patienceMs, RolesWorld, Said } from './__testUtils__/RolesWorld';

jest.setTimeout(180_000);

interface Resource {
  group: string;
  plural: string;
}

const everything: AccessRole = {
  rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
};
const observer = readRoles('observer.yaml').get('tenantry-observer')!;
const argocd = readRoles('argocd.yaml');

const shipped: PortalRoles = cluster =>
  cluster === 'hub' ? [...argocd.values()] : [observer];

const allowed: Resource[] = observer.rules.flatMap(
  ({ apiGroups: [group], resources }) =>
    resources.map(plural => ({ group, plural })),
);

function observerWithout({ group, plural }: Resource): AccessRole {
  const rules = observer.rules.map(rule => ({
    ...rule,
    resources: rule.apiGroups.includes(group)
      ? rule.resources.filter(name => name !== plural)
      : rule.resources,
  }));
  return { rules };
}

/** It is in every environment. */
const tenant = 'acme-01';
const clusters = ['devnet', 'testnet', 'mainnet'];

/** Three are left out at a time, each in another cluster. */
const leftOut = allowed
  .map((_, index) => index)
  .filter(index => index % clusters.length === 0)
  .map(index => allowed.slice(index, index + clusters.length));

const definitions = resourceDefinitions({
  customGroups: [...new Set([...hubGroups, ...spokeGroups])],
});

function kindOf({ group, plural }: Resource): string {
  return definitions.find(
    definition => definition.group === group && definition.plural === plural,
  )!.kind;
}

/** What is only judged where objects of a kind are known. */
const derived: Readonly<Record<string, string>> = {
  AuthorizationPolicy: 'access',
  Cluster: 'backup',
  CronJob: 'backup',
  ScheduledBackup: 'backup',
};

/** What differs from before, but the checks of a resource that say that it may not be read. */
function unexplained(
  resource: Resource,
  cluster: string,
  { before, now }: { before: Said; now: Said },
): string[] {
  const kind = kindOf(resource);
  const ofResource = new RegExp(
    ` kubernetes (${kind.toLowerCase()}|${derived[kind] ?? ''})/`,
  );
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter(key => key.includes(`/${cluster} `))
    .filter(key => now.get(key)?.said !== before.get(key)?.said)
    .filter(key =>
      now.has(key)
        ? !isForbidden(now.get(key), resource)
        : !ofResource.test(key),
    );
}

function isForbidden(
  check: { said: string; message?: string } | undefined,
  { group, plural }: Resource,
): boolean {
  const rule = `apiGroups: ["${group}"], resources: ["${plural}"]`;
  return (
    check?.said === 'Unknown Forbidden' &&
    check.message?.includes(rule) === true
  );
}

describe('A portal with the roles of deploy/rbac alone', () => {
  let world: RolesWorld;
  let open: Said;
  let openOfTenant: Said;

  beforeAll(async () => {
    world = await RolesWorld.start(() => [everything]);
    open = await world.settled();
    openOfTenant = await world.said(tenant);
    world.give(shipped);
    await world.restartPortal();
  });

  afterAll(() => world?.stop());

  it('shows everything that one shows that may read all', async () => {
    expect(await world.settled()).toEqual(open);
  });

  it.each([
    ['hub', '/api/v1/namespaces/argocd/secrets'],
    ['hub', '/api/v1/configmaps'],
    ['hub', '/apis/argoproj.io/v1alpha1/applications'],
    ['devnet', '/api/v1/secrets'],
    ['devnet', '/api/v1/namespaces/acme-01-devnet/secrets'],
    ['devnet', '/api/v1/namespaces/acme-01-devnet/configmaps'],
    ['devnet', '/api/v1/namespaces'],
    ['devnet', '/apis/apps/v1/replicasets'],
  ])('is refused by %s to read %s', async (cluster, path) => {
    await expect(world.read(cluster, path)).rejects.toMatchObject({
      statusCode: 403,
    });
  });

  it('has Argo CD asked by a role of its own, which can be left out', async () => {
    const refresh = (environment: string) =>
      world.tenants.requestGitOps(tenant, environment, { action: 'refresh' });
    await refresh('devnet');
    world.give(cluster =>
      cluster === 'hub' ? [argocd.get('tenantry-argocd')!] : [observer],
    );
    await expect(refresh('testnet')).rejects.toMatchObject({
      body: {
        error: { message: expect.stringMatching(/does not let the portal/) },
      },
    });
    world.give(shipped);
  });

  it.each(leftOut)(
    'without a rule does not know what the rule is for, and knows all else: %j %j %j',
    async (...resources) => {
      const lacking = resources.map((resource, index) => ({
        resource,
        cluster: clusters[index],
      }));
      world.give(cluster => {
        const found = lacking.find(entry => entry.cluster === cluster);
        return found ? [observerWithout(found.resource)] : shipped(cluster);
      });
      await eventually(async () => {
        const now = await world.said(tenant);
        for (const { resource, cluster } of lacking) {
          const forbidden = [...now].filter(
            ([key, check]) =>
              key.includes(`/${cluster} `) && isForbidden(check, resource),
          );
          expect(forbidden).not.toHaveLength(0);
          expect(
            unexplained(resource, cluster, { before: openOfTenant, now }),
          ).toEqual([]);
        }
      }, patienceMs);
      world.give(shipped);
      await eventually(async () => {
        const now = await world.said(tenant);
        expect([...now].filter(([, { said }]) => /Unknown/.test(said))).toEqual(
          [],
        );
      }, patienceMs);
    },
  );
});
