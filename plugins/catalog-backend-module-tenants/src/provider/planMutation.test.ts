import { stringifyEntityRef } from '@backstage/catalog-model';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { registryUrl, sampleFiles } from '../__testUtils__/sampleFiles';
import { descriptorOf, registryEntities } from '../entities';
import { planMutation } from './planMutation';

function names(count: number): string[] {
  return [...Array(count).keys()].map(index => `acme-${index + 1}`);
}

function entitiesOf(tenants: string[]) {
  return registryEntities(parseRegistry(sampleFiles(tenants)), {
    registryUrl,
    platformOwner: 'group:default/platform-operators',
    kubernetesAuthProvider: 'oidc',
  });
}

function plan(
  before: string[],
  after: string[],
  options: { unreadable?: string[]; maximumRemovalShare?: number } = {},
) {
  return planMutation({
    next: entitiesOf(after),
    previous: entitiesOf(before).map(entity => ({
      entityRef: stringifyEntityRef(entity),
      file: descriptorOf(entity, registryUrl)!,
    })),
    unreadable: new Set(options.unreadable),
    maximumRemovalShare: options.maximumRemovalShare ?? 0.2,
    registryUrl,
  });
}

describe('planMutation', () => {
  it('keeps nothing of its own when nothing is gone', () => {
    expect(plan(names(3), names(4))).toEqual({
      keep: [],
      heldBack: [],
      known: 9,
    });
  });

  it('lets one tenant go, however few there are', () => {
    expect(plan(['acme-1'], [])).toMatchObject({ keep: [], heldBack: [] });
  });

  it('lets several tenants go within the share', () => {
    expect(plan(names(20), names(17))).toMatchObject({
      keep: [],
      heldBack: [],
    });
  });

  it('holds back what is gone beyond the share', () => {
    const { keep, heldBack } = plan(names(20), names(10));
    expect(heldBack).toHaveLength(20);
    expect(heldBack).toContain('clients/acme-20/devnet/tenant.yaml');
    expect(keep).toContain('domain:default/acme-20');
    expect(keep).toContain('system:default/acme-20-devnet');
    expect(keep).not.toContain('domain:default/acme-1');
  });

  it('lets everything go when the configured share says so', () => {
    expect(plan(names(20), names(1), { maximumRemovalShare: 1 })).toMatchObject(
      { keep: [], heldBack: [] },
    );
  });

  it('keeps the entities of a descriptor that is broken, and of no other', () => {
    expect(
      plan(names(2), ['acme-1'], {
        unreadable: ['clients/acme-2/devnet/tenant.yaml'],
      }),
    ).toMatchObject({
      keep: expect.arrayContaining(['system:default/acme-2-devnet']),
      heldBack: [],
    });
    const { keep } = plan(names(2), ['acme-1'], {
      unreadable: ['clients/acme-2/devnet/tenant.yaml'],
    });
    expect(keep).not.toContain('domain:default/acme-2');
  });

  it('never removes more than the share, one tenant aside', () => {
    const tenant = fc
      .integer({ min: 1, max: 12 })
      .map(index => `acme-${index}`);
    const tenants = fc.uniqueArray(tenant, { maxLength: 12 });
    fc.assert(
      fc.property(
        tenants,
        tenants,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, after, maximumRemovalShare) => {
          const { keep, known } = plan(before, after, { maximumRemovalShare });
          const removed = before.filter(
            name =>
              !after.includes(name) && !keep.includes(`domain:default/${name}`),
          );
          expect(
            removed.length <= 1 ||
              removed.length * 2 <= maximumRemovalShare * known,
          ).toBe(true);
        },
      ),
    );
  });
});
