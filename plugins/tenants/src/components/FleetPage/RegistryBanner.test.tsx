import { screen } from '@testing-library/react';
import type { RegistryStatus } from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeRegistry,
  renderWithApi,
} from '../../__testUtils__';
import { RegistryBanner } from './RegistryBanner';

function renderBanner(overrides: Partial<RegistryStatus>) {
  return renderWithApi(
    <>
      <p>page</p>
      <RegistryBanner registry={fakeRegistry(overrides)} />
    </>,
    { api: new FakeTenantsApi() },
  );
}

describe('RegistryBanner', () => {
  it('is not there while the registry is read well', () => {
    renderBanner({});
    expect(screen.getByText('page')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('warns that tenants may be missing when the registry is stale', () => {
    renderBanner({ stale: true, message: 'The forge refuses the token.' });
    expect(screen.getByRole('alert')).toHaveTextContent(
      /tenants may be missing here.*refuses the token\. Last read in full/,
    );
  });

  it('tells a single failure from a stale registry, and one never read', () => {
    renderBanner({ readAt: undefined, message: 'No answer.' });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The last reading of the registry failedNo answer. It has not been read since the start.',
    );
  });

  it('names some of the descriptors that are refused, and how many more', () => {
    const findings = Array.from({ length: 7 }, (_, index) => ({
      rule: 'schema',
      message: 'Has no owner.',
      file: `clients/c${index}/client.yaml`,
    }));
    renderBanner({ findings });
    const banner = screen.getByRole('status');
    expect(banner).toHaveTextContent(
      '7 descriptors in the registry are refused',
    );
    expect(banner).toHaveTextContent('clients/c4/client.yaml: Has no owner.');
    expect(banner).not.toHaveTextContent('clients/c5');
    expect(banner).toHaveTextContent('and 2 more');
  });
});
