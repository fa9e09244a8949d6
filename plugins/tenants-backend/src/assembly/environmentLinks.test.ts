import { Registry } from '@tenantry/plugin-tenants-node';
import { RegistryView } from '../registry/RegistryView';
import { binding } from '../status/__testUtils__';
import { environmentLinks } from './environmentLinks';

const linksOf = (links: { grafana?: string; logs?: string } = {}) =>
  environmentLinks(
    {
      url: 'https://git.example.com/gitops/src/branch/main/',
      registry: () =>
        ({
          platform: { descriptor: { spec: { links } } },
        } as unknown as Registry),
    } as RegistryView,
    binding({ metricMatchers: { cluster: 'devnet', namespace: 'a&b' } }),
  );

describe('environmentLinks', () => {
  it('leads to the dashboard of the tenant environment', () => {
    expect(
      linksOf({ grafana: 'https://grafana.example.com/d/x?orgId=1' }),
    ).toContainEqual({
      kind: 'dashboard',
      title: 'Grafana',
      url: 'https://grafana.example.com/d/x?orgId=1&var-cluster=devnet&var-namespace=a%26b',
    });
  });

  it('leads to the logs, each label where the tool expects it', () => {
    expect(
      linksOf({
        logs: 'https://logs.example.com/?q={cluster="{cluster}"}&ns={namespace}&x={no}',
      }),
    ).toContainEqual({
      kind: 'logs',
      title: 'Logs',
      url: 'https://logs.example.com/?q={cluster="devnet"}&ns=a%26b&x={no}',
    });
  });

  it('leads to the files in Git, and to no dashboard that there is not', () => {
    expect(linksOf()).toEqual([
      {
        kind: 'repository',
        title: 'Files in Git',
        url: 'https://git.example.com/gitops/src/branch/main/clients/acme-01/devnet',
      },
    ]);
  });
});
