import { platformRegistry } from '../__fixtures__/platform';
import { explainNewTenantName } from './newTenantName';

describe('explainNewTenantName', () => {
  const registry = platformRegistry();

  it('accepts a name of the right form that is free', () => {
    expect(explainNewTenantName('acme-01', registry)).toBeUndefined();
  });

  it.each([
    ['Acme', 'lower-case letters'],
    ['', 'A name is needed.'],
    ['kube-system', 'reserved'],
    ['default', 'reserved'],
    ['platform-operators', 'reserved'],
    ['canton-naas', 'reserved'],
    ['devnet', 'reserved'],
    ['mainnet-1', 'reserved'],
    ['globex-01', 'taken by "Globex"'],
  ])('refuses %j', (name, reason) => {
    expect(explainNewTenantName(name, registry)).toContain(reason);
  });

  it('refuses a name whose namespaces would be another tenant’s', () => {
    const [[name, registered]] = registry.tenantEnvironments;
    const { descriptor } = registered;
    const renamed = {
      ...registered,
      descriptor: {
        ...descriptor,
        spec: { ...descriptor.spec, namespace: 'acme-devnet' },
      },
    };
    const other = {
      ...registry,
      tenantEnvironments: new Map([[name, renamed]]),
    };

    expect(explainNewTenantName('acme', other)).toContain(
      'taken by a namespace or application of clients/globex-01/devnet/tenant.yaml',
    );
  });
});
