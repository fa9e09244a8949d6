import { filesOf, Manifest, manifestsOf } from './__fixtures__/manifests';

describe('access to the nodes of the shipped template', () => {
  it('is denied to everybody where the allow-list is empty', async () => {
    const [policies] = await manifestsOf('minimal', 'authorization-policies');

    expect(policies[0]).toMatchObject({
      metadata: { name: 'deny-by-default' },
      spec: {},
    });
    expect(policies.filter(isForGateway)).toEqual([]);
  });

  it('is allowed in policies of at most 100 networks', async () => {
    const [policies] = await manifestsOf(
      'many-networks',
      'authorization-policies',
    );
    const networks = policies
      .filter(isForGateway)
      .map(({ spec }) => spec!.rules[0].from[0].source.remoteIpBlocks.length);

    expect(networks).toEqual([100, 100, 50]);
  });

  it('is given to the admin API for the validator alone', async () => {
    const [policies] = await manifestsOf('minimal', 'authorization-policies');
    const allowed = policies
      .flatMap(({ spec }) => spec!.rules ?? [])
      .filter(({ to }) => to?.[0].operation.ports.includes('5002'));
    const [routes] = await manifestsOf('minimal', 'routes');

    expect(allowed.map(({ from }) => from[0].source.principals)).toEqual([
      ['cluster.local/ns/acme-01-devnet/sa/validator'],
    ]);
    expect(JSON.stringify(routes)).not.toContain('5002');
  });

  it('is named by a mesh identity, an address, or a port that network policies guard', async () => {
    const [policies] = await manifestsOf(
      'all-environments',
      'authorization-policies',
    );
    const open = policies
      .flatMap(({ spec }) => spec!.rules ?? [])
      .filter(({ from }) => !from)
      .flatMap(({ to }) => to[0].operation.ports);

    expect(open).toEqual(['10013', '9187', '8000']);
  });

  it('goes out of the namespace for few pods, and never to private networks for the nodes', async () => {
    const [policies] = await manifestsOf('minimal', 'network-policies');
    const find = (name: string) =>
      policies.find(({ metadata }) => metadata.name === name)!.spec!;

    expect(find('default-deny')).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(find('public-https').podSelector.matchExpressions[0].values).toEqual(
      ['participant', 'validator-app', 'database-dump'],
    );
    expect(find('public-https').egress[0].to[0].ipBlock.except).toContain(
      '10.0.0.0/8',
    );
  });

  it('is by hosts that the certificate, the gateway and the routes name alike', async () => {
    const [[tenant]] = await filesOf('all-environments', 'devnet/tenant.yaml');
    const hosts = tenant
      .spec!.hostnames.map(({ host }: { host: string }) => host)
      .sort();
    const [[certificate]] = await manifestsOf(
      'all-environments',
      'certificate',
    );
    const [gateway] = await manifestsOf('all-environments', 'gateway');
    const [routes] = await manifestsOf('all-environments', 'routes');
    const routed = routes.flatMap(({ kind, spec }) =>
      kind === 'VirtualService' ? spec!.hosts : [],
    );
    const { servers } = gateway.find(({ kind }) => kind === 'Gateway')!.spec!;

    expect(certificate.spec!.dnsNames.sort()).toEqual(hosts);
    expect(servers[0].hosts.sort()).toEqual(hosts);
    expect(routed.sort()).toEqual(hosts);
  });
});

function isForGateway({ spec }: Manifest): boolean {
  return spec?.selector?.matchLabels.istio === 'gateway';
}
