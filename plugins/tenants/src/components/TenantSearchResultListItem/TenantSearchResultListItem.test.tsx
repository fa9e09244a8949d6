import { screen, within } from '@testing-library/react';
import { ServiceUnavailableError } from '@backstage/errors';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { FakeTenantsApi, fakeTenant, renderWithApi } from '../../__testUtils__';
import { TenantSearchResultListItem } from './TenantSearchResultListItem';

const document = {
  title: 'Acme Bank',
  text: 'acme-01 wallet.validator.acme-01.devnet.naas.example.com',
  location: '/tenants/acme-01',
};

function renderItems(api: TenantsApi, ...tenants: string[]) {
  return renderWithApi(
    <ul>
      {tenants.map((tenant, position) => (
        <li key={position}>
          <TenantSearchResultListItem
            result={{ ...document, location: `/tenants/${tenant}` }}
          />
        </li>
      ))}
    </ul>,
    { api },
  );
}

function renderItem(props: Parameters<typeof TenantSearchResultListItem>[0]) {
  return renderWithApi(<TenantSearchResultListItem {...props} />, {
    api: new FakeTenantsApi(),
  });
}

describe('TenantSearchResultListItem', () => {
  it('leads to the tenant and names its environments', () => {
    const result = { ...document, environments: ['devnet', 'mainnet'] };
    renderItem({ result });
    expect(screen.getByRole('link', { name: 'Acme Bank' })).toHaveAttribute(
      'href',
      '/tenants/acme-01',
    );
    expect(screen.getByText('Environments: devnet, mainnet')).toBeVisible();
  });

  it('says how each tenant of the page is, and asks once for all', async () => {
    const api = new FakeTenantsApi();
    const listTenants = jest.spyOn(api, 'listTenants');
    renderItems(api, 'borealis', 'ivory', 'borealis', 'ghost');
    const [borealis, ivory, , ghost] = await screen.findAllByRole('listitem');
    expect(await within(borealis).findByText('Degraded')).toBeVisible();
    expect(borealis).toHaveTextContent('The participant restarted 14 times');
    expect(within(ivory).getByText('Suspended')).toBeVisible();
    expect(within(ghost).getByText('Unknown')).toBeVisible();
    expect(listTenants.mock.calls).toEqual([
      [{ names: ['borealis', 'ivory', 'ghost'], limit: 100 }],
    ]);
  });

  it('takes nobody for well when it cannot ask', async () => {
    const api = new FakeTenantsApi([fakeTenant('acme-01', 'Acme Bank')]);
    api.listTenants = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    renderItems(api, 'acme-01');
    expect(await screen.findByText('Unknown')).toBeVisible();
    expect(
      screen.getByText('Its health could not be found out.'),
    ).toBeVisible();
  });

  it('says nothing of a health where a document leads elsewhere', () => {
    const api = new FakeTenantsApi();
    const listTenants = jest.spyOn(api, 'listTenants');
    renderWithApi(
      <TenantSearchResultListItem
        result={{ ...document, location: '/docs/tenants' }}
      />,
      { api },
    );
    expect(screen.getByText(document.text)).toBeVisible();
    expect(listTenants).not.toHaveBeenCalled();
  });

  it('marks what was searched for', () => {
    renderItem({
      result: document,
      highlight: {
        preTag: '<b>',
        postTag: '</b>',
        fields: { text: 'host <b>wallet</b>.validator' },
      },
    });
    expect(screen.getByText('wallet').tagName).toBe('MARK');
  });

  it('shows a document without environments too', () => {
    renderItem({ result: document });
    expect(screen.getByText(document.text)).toBeVisible();
    expect(screen.queryByText(/Environments/)).not.toBeInTheDocument();
  });
});
