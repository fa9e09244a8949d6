import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  ENVIRONMENT_ANNOTATION,
  type ClusterStatus,
} from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeCluster,
  minutesAgo,
  renderWithApi,
} from '../../__testUtils__';
import { EntityClusterCard } from './EntityClusterCard';
import { EntityEnvironmentCard } from './EntityEnvironmentCard';

function entityOf(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'mainnet', annotations },
  };
}

const environment = entityOf({ [ENVIRONMENT_ANNOTATION]: 'devnet' });

function renderOn(
  entity: Entity,
  element: JSX.Element,
  api = new FakeTenantsApi(),
) {
  renderWithApi(<EntityProvider entity={entity}>{element}</EntityProvider>, {
    api,
  });
}

function apiWith(clusters: ClusterStatus[]) {
  const api = new FakeTenantsApi();
  jest.spyOn(api, 'listClusters').mockResolvedValue({
    items: clusters,
    totalItems: clusters.length,
  } as never);
  return api;
}

describe('EntityClusterCard', () => {
  it('says why a cluster does not answer, and since when', async () => {
    const cluster = fakeCluster({
      connectivity: 'Disconnected',
      message: 'The API server refuses connections.',
      observedAt: minutesAgo(12),
    });
    renderOn(entityOf(), <EntityClusterCard />, apiWith([cluster]));
    expect(await screen.findByText('Disconnected')).toBeVisible();
    expect(screen.getByText(/refuses connections/)).toBeVisible();
    expect(screen.getByText('12 minutes ago')).toBeVisible();
  });

  it('says which kinds cannot be seen, and which are not installed', async () => {
    const unseen = (kind: string, group: string, reason: string) => ({
      ...{ kind, group, reason },
      message: 'Grant it.',
    });
    const source = {
      source: 'kubernetes',
      server: 'mainnet',
      connected: true,
      tenantEnvironments: 3,
      unseenKinds: [
        unseen('HTTPRoute', 'gateway.networking.k8s.io', 'KindAbsent'),
        unseen('Pod', '', 'Forbidden'),
      ],
    };
    const cluster = fakeCluster({ sources: [source] });
    renderOn(entityOf(), <EntityClusterCard />, apiWith([cluster]));
    expect(
      await screen.findByText('Pod cannot be seen. Grant it.'),
    ).toBeVisible();
    expect(
      screen.getByText(
        'Not installed here: HTTPRoute.gateway.networking.k8s.io',
      ),
    ).toBeVisible();
  });

  it('counts the tenants by health, each leading to the fleet', async () => {
    const api = apiWith([fakeCluster()]);
    const listTenants = jest.spyOn(api, 'listTenants');
    renderOn(entityOf(), <EntityClusterCard />, api);
    expect(
      await screen.findByRole('link', { name: '2 tenants, Degraded' }),
    ).toHaveAttribute('href', '/tenants?cluster=mainnet&health=Degraded');
    expect(listTenants.mock.calls[0][0]).toEqual({
      cluster: 'mainnet',
      limit: 1,
    });
    expect(await screen.findByText('Connected')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Show tenants' })).toHaveAttribute(
      'href',
      '/tenants?cluster=mainnet',
    );
  });

  it('says so when the registry does not know the cluster', async () => {
    renderOn(entityOf(), <EntityClusterCard />, apiWith([]));
    expect(await screen.findByText(/does not name this cluster/)).toBeVisible();
  });

  it('keeps the tenants when the clusters cannot be asked for', async () => {
    const api = new FakeTenantsApi();
    api.listClusters = async () => {
      throw new ServiceUnavailableError('No clusters now.');
    };
    renderOn(entityOf(), <EntityClusterCard />, api);
    expect(await screen.findByText('No clusters now.')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: '2 tenants, Degraded' }),
    ).toBeVisible();
  });
});

describe('EntityEnvironmentCard', () => {
  it('shows the version of the network and the tenants', async () => {
    const api = new FakeTenantsApi();
    const [first] = (await api.listEnvironments()).items;
    api.listEnvironments = async () => ({
      items: [{ ...first, name: 'devnet', version: '9.8.7' }],
    });
    renderOn(environment, <EntityEnvironmentCard />, api);
    expect(await screen.findByText('9.8.7')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Show tenants' }),
    ).toHaveAttribute('href', '/tenants?environment=devnet');
    expect(await screen.findByText('Degraded')).toBeVisible();
  });

  it('says that there is no tenant', async () => {
    renderOn(environment, <EntityEnvironmentCard />, new FakeTenantsApi([]));
    expect(
      await screen.findByText('There is no tenant here that you may see.'),
    ).toBeVisible();
  });

  it('gives the reason of a failure', async () => {
    const api = new FakeTenantsApi();
    api.listTenants = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    renderOn(environment, <EntityEnvironmentCard />, api);
    expect(await screen.findByText('No database.')).toBeVisible();
  });
});
