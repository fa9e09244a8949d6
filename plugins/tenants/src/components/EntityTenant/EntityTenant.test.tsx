import { screen } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  ENVIRONMENT_ANNOTATION,
  TENANT_ANNOTATION,
  type TenantsApi,
} from '@tenantry/plugin-tenants-common';
import { FakeTenantsApi, renderWithApi } from '../../__testUtils__';
import { tenantActionsSchema } from '../TenantActions';
import { EntityTenantCard } from './EntityTenantCard';
import { EntityTenantContent } from './EntityTenantContent';
import { isTenantEntity } from './tenantOfEntity';

function entityOf(
  kind: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'borealis', annotations },
  };
}

const actions = tenantActionsSchema.parse(undefined);

const domain = entityOf('Domain', { [TENANT_ANNOTATION]: 'borealis' });
const system = entityOf('System', {
  [TENANT_ANNOTATION]: 'borealis',
  [ENVIRONMENT_ANNOTATION]: 'testnet',
});

function renderOn(
  entity: Entity,
  element: JSX.Element,
  api: TenantsApi = new FakeTenantsApi(),
) {
  return renderWithApi(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    { api },
  );
}

describe('isTenantEntity', () => {
  it('takes the entities of tenants and of tenant environments, and no others', () => {
    expect(isTenantEntity(domain)).toBe(true);
    expect(isTenantEntity(system)).toBe(true);
    expect(isTenantEntity(entityOf('Domain'))).toBe(false);
    expect(
      isTenantEntity(entityOf('System', { [TENANT_ANNOTATION]: 'borealis' })),
    ).toBe(false);
    expect(
      isTenantEntity(entityOf('Component', { ...system.metadata.annotations })),
    ).toBe(false);
  });
});

describe('EntityTenantContent', () => {
  it('shows all environments on the entity of a tenant', async () => {
    renderOn(domain, <EntityTenantContent actions={actions} />);
    expect(await screen.findAllByRole('tab')).toHaveLength(2);
  });

  it('shows one environment on the entity of a tenant environment', async () => {
    renderOn(system, <EntityTenantContent actions={actions} />);
    expect(
      await screen.findByRole('grid', { name: 'Workloads' }),
    ).toHaveTextContent('CrashLoopBackOff');
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
  });

  it.each([domain, system])(
    'offers the forms of the shown environment on a $kind',
    async entity => {
      renderOn(entity, <EntityTenantContent actions={actions} />);
      expect(
        await screen.findByRole('button', { name: 'Actions' }),
      ).toBeVisible();
    },
  );

  it('does not tell a tenant that is not there from one that is not yours', async () => {
    renderOn(
      system,
      <EntityTenantContent actions={actions} />,
      new FakeTenantsApi([]),
    );
    expect(
      await screen.findByText(
        'There is no status of this environment for you here',
      ),
    ).toBeVisible();
  });
});

describe('EntityTenantCard', () => {
  it('sums up a tenant and leads to its page', async () => {
    renderOn(domain, <EntityTenantCard />);
    expect(
      await screen.findByText(/^testnet: The participant restarted/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/tenants/borealis',
    );
  });

  it('sums up a tenant environment and leads to its tab', async () => {
    renderOn(system, <EntityTenantCard />);
    expect(await screen.findByText(/^The participant restarted/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/tenants/borealis?environment=testnet',
    );
  });

  it('gives the reason of a failure', async () => {
    const api = new FakeTenantsApi();
    api.getTenant = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    renderOn(domain, <EntityTenantCard />, api);
    expect(await screen.findByText('No database.')).toBeVisible();
  });
});
