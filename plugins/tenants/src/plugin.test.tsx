import { screen } from '@testing-library/react';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { ENVIRONMENT_ANNOTATION } from '@tenantry/plugin-tenants-common';
import { FakeTenantsApi } from './__testUtils__';
import { tenantsApiRef } from './api';
import {
  clusterEntityCard,
  environmentEntityCard,
  tenantEntityContent,
} from './entityExtensions';
import { fleetPage, tenantPage } from './pages';
import { tenantsPlugin } from './plugin';
import { rootRouteRef, tenantRouteRef } from './routes';
import {
  tenantSearchResultListItem,
  tenantSearchResultType,
} from './searchExtensions';

describe('tenantsPlugin', () => {
  it('puts the fleet page where the navigation finds it', () => {
    const page = createExtensionTester(fleetPage);
    expect(page.get(coreExtensionData.routePath)).toBe('/tenants');
    expect(page.get(coreExtensionData.routeRef)).toBe(rootRouteRef);
    expect(page.get(coreExtensionData.title)).toBe('Tenants');
    expect(page.get(coreExtensionData.icon)).toBeDefined();
  });

  it('puts each tenant below the fleet', () => {
    const page = createExtensionTester(tenantPage);
    expect(page.get(coreExtensionData.routePath)).toBe('/tenants/:tenant');
    expect(page.get(coreExtensionData.routeRef)).toBe(tenantRouteRef);
  });

  it('adds a tab to the entities of tenants only', () => {
    const content = createExtensionTester(tenantEntityContent);
    expect(content.get(EntityContentBlueprint.dataRefs.title)).toBe(
      'Tenant status',
    );
    const filter = content.get(EntityContentBlueprint.dataRefs.filterFunction);
    const component = { kind: 'Component', metadata: { name: 'a' } };
    expect(
      filter?.({ apiVersion: 'backstage.io/v1alpha1', ...component }),
    ).toBe(false);
  });

  it('adds cards to the entities of clusters and of environments', () => {
    const resource = (type: string, annotations = {}) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'devnet', annotations },
      spec: { type },
    });
    const cluster = resource('kubernetes-cluster');
    const environment = resource('environment', {
      [ENVIRONMENT_ANNOTATION]: 'devnet',
    });
    const isCluster = createExtensionTester(clusterEntityCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    const isEnvironment = createExtensionTester(environmentEntityCard).get(
      EntityCardBlueprint.dataRefs.filterFunction,
    );
    expect([isCluster?.(cluster), isCluster?.(environment)]).toEqual([
      true,
      false,
    ]);
    expect([isEnvironment?.(environment), isEnvironment?.(cluster)]).toEqual([
      true,
      false,
    ]);
    expect(isEnvironment?.(resource('environment'))).toBe(false);
  });

  it('takes over the results of type tenants, and offers that type', () => {
    const { predicate } = createExtensionTester(tenantSearchResultListItem).get(
      SearchResultListItemBlueprint.dataRefs.item,
    );
    const document = { title: '', text: '', location: '' };
    expect(predicate?.({ type: 'tenants', document })).toBe(true);
    expect(predicate?.({ type: 'software-catalog', document })).toBe(false);
    expect(
      createExtensionTester(tenantSearchResultType).get(
        SearchFilterResultTypeBlueprint.dataRefs.resultType,
      ).value,
    ).toBe('tenants');
  });

  it.each([
    ['/tenants', 'Acme Bank'],
    ['/tenants/borealis', 'Borealis Exchange'],
  ])('opens %s in an app', async (path, text) => {
    renderTestApp({
      features: [tenantsPlugin],
      initialRouteEntries: [path],
      apis: [[tenantsApiRef, new FakeTenantsApi()]],
    });
    const found = await screen.findAllByText(text, {}, { timeout: 15_000 });
    expect(found[0]).toBeVisible();
  });
});
