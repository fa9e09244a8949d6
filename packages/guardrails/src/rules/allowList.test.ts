import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';

const { tenant, routes, workload } = places;
const listed =
  (...allowList: string[]): Edit =>
  ({ spec }) =>
    Object.assign(spec, { allowList });

/** Lets in the given addresses wherever the manifests do. */
const opened = (...addresses: string[]) => ({
  [routes]: (...objects: any[]) => {
    objects.at(-1).spec.rules[0].from[0].source.remoteIpBlocks = addresses;
  },
  [workload]: (_account: any, _deployment: any, { spec }: any) => {
    spec.loadBalancerSourceRanges = addresses;
  },
});

describe('the allow-list', () => {
  it('is accepted within the limits, when the manifests let in the same', () => {
    const addresses = ['198.51.100.7/32', '2001:db8::/48'];
    expect(
      brokenBy({ [tenant]: listed(...addresses), ...opened(...addresses) }),
    ).toEqual([]);
  });

  it.each([
    ['everybody', ['0.0.0.0/0'], 0],
    ['a network that is too wide', ['203.0.113.0/24', '10.0.0.0/8'], 1],
    ['the same twice', ['203.0.113.0/24', '203.0.113.0/24'], 1],
    ['no address', ['acme.example.com'], 0],
    [
      'too many',
      ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24', '10.0.4.0/24'],
      3,
    ],
  ])('is refused with %s', (_, addresses, index) => {
    expect(
      brokenBy({ [tenant]: listed(...addresses), ...opened(...addresses) }),
    ).toEqual([`allow-list ${tenant} /spec/allowList/${index}`]);
  });

  it('is not opened further by the manifests', () => {
    expect(brokenBy(opened('203.0.113.0/24', '198.51.100.7/32'))).toEqual([
      `allow-list-manifests ${routes} /spec/rules/0/from/0/source/remoteIpBlocks/1`,
      `allow-list-manifests ${workload} /spec/loadBalancerSourceRanges/1`,
    ]);
  });

  it('is not forgotten by the manifests', () => {
    expect(
      brokenBy({ [tenant]: listed('203.0.113.0/24', '198.51.100.7/32') }),
    ).toEqual([`allow-list-manifests ${tenant} /spec/allowList/1`]);
  });

  it('need not be opened while the tenant is suspended', () => {
    expect(
      brokenBy({
        [tenant]: ({ spec }) => {
          spec.suspended = true;
        },
        ...opened(),
      }),
    ).toEqual([]);
  });

  it('says nothing about who is denied', () => {
    expect(
      brokenBy({
        [routes]: (...objects) => {
          const deny = structuredClone(objects.at(-1));
          deny.metadata.name = 'deny';
          deny.spec.action = 'DENY';
          deny.spec.rules[0].from[0].source.remoteIpBlocks = ['10.0.0.0/8'];
          Object.assign(objects[0], deny);
        },
      }),
    ).toEqual([]);
  });
});
