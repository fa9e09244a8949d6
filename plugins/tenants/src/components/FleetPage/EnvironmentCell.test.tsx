import { screen } from '@testing-library/react';
import type { TenantEnvironmentSummary } from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakePlatform,
  renderWithApi,
  summaryOf,
} from '../../__testUtils__';
import { EnvironmentCell } from './EnvironmentCell';

const [devnet] = summaryOf(fakePlatform[0]).environments;

function renderCell(environment?: TenantEnvironmentSummary) {
  renderWithApi(<EnvironmentCell environment={environment} />, {
    api: new FakeTenantsApi(),
  });
}

describe('EnvironmentCell', () => {
  it('shows the version, and nothing of a template that is current', () => {
    renderCell(devnet);
    expect(screen.getByText('splice 0.7.4')).toBeVisible();
    expect(screen.queryByText(/template|behind/)).toBeNull();
  });

  it('says in words what is behind', () => {
    renderCell({ ...devnet, behind: ['splice', 'template'] });
    expect(screen.getByText('splice 0.7.4, behind')).toBeVisible();
    expect(screen.getByText('template 2.0.0, behind')).toBeVisible();
  });

  it('says that a tenant is not in the environment', () => {
    renderCell();
    expect(screen.getByText('not in this environment')).toBeInTheDocument();
  });
});
