import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { useLocation } from 'react-router-dom';
import {
  FakeTenantsApi,
  fakeCluster,
  fakeRegistry,
  fakeTenant,
  renderWithApi,
} from '../../__testUtils__';
import { FleetPage } from './FleetPage';

function Search() {
  return <output data-testid="search">{useLocation().search}</output>;
}

function renderPage(api: TenantsApi, path = '/') {
  return renderWithApi(
    <>
      <FleetPage />
      <Search />
    </>,
    { api, path },
  );
}

const manyTenants = Array.from({ length: 51 }, (_, index) =>
  fakeTenant(`tenant-${index}`, `Tenant ${index}`, []),
);

describe('FleetPage', () => {
  it('shows the worst tenant first, with its health in words and why', async () => {
    renderPage(new FakeTenantsApi());
    const table = await screen.findByRole('grid', { name: /Tenants with/ });
    const first = within(table).getAllByRole('row')[1];
    expect(first).toHaveTextContent('Borealis Exchange');
    expect(first).toHaveTextContent('Degraded');
    expect(first).toHaveTextContent('cannot reach its database');
    expect(first).toHaveTextContent('CrashLoopBackOff');
    expect(first).toHaveTextContent('not in this environment');
  });

  it('leads who may change tenants to the forms', async () => {
    renderPage(new FakeTenantsApi());
    expect(
      await screen.findByRole('link', { name: 'New tenant' }),
    ).toHaveAttribute('href', '/create');
  });

  it('links each tenant to its page', async () => {
    renderPage(new FakeTenantsApi());
    expect(
      await screen.findByRole('link', { name: 'Acme Bank' }),
    ).toHaveAttribute('href', '/tenants/acme-01');
  });

  it('says in words that an environment is out of sync', async () => {
    renderPage(new FakeTenantsApi(), '/?q=delta');
    expect(await screen.findByText('OutOfSync')).toBeVisible();
  });

  it('counts tenants by health and narrows down to one, in the URL too', async () => {
    renderPage(new FakeTenantsApi());
    await userEvent.click(
      await screen.findByRole('button', { name: '2 Degraded' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Acme Bank')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('Cobalt Custody')).toBeVisible();
    expect(screen.getByTestId('search')).toHaveTextContent('?health=Degraded');
  });

  it('takes the filters from the URL', async () => {
    const api = new FakeTenantsApi();
    const listTenants = jest.spyOn(api, 'listTenants');
    renderPage(api, '/?q=acme&environment=devnet&health=Healthy&health=Bogus');
    await screen.findByText('Acme Bank');
    expect(listTenants.mock.calls[0][0]).toMatchObject({
      q: 'acme',
      environment: 'devnet',
      health: ['Healthy'],
    });
  });

  it('takes cluster, owner and behind from the URL, and clears them all', async () => {
    const api = new FakeTenantsApi();
    const listTenants = jest.spyOn(api, 'listTenants');
    renderPage(
      api,
      '/?cluster=mainnet&owner=group:default/acme-01&behind=true',
    );
    expect(listTenants.mock.calls[0][0]).toMatchObject({
      cluster: 'mainnet',
      owner: 'group:default/acme-01',
      behind: true,
    });
    expect(
      await screen.findByRole('button', { name: 'Version behind' }),
    ).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(screen.getByTestId('search')).toBeEmptyDOMElement();
  });

  it('narrows down by the keyboard alone', async () => {
    renderPage(new FakeTenantsApi());
    await screen.findByText('Acme Bank');
    act(() => screen.getByRole('button', { name: /All clusters/ }).focus());
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('listbox');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() =>
      expect(screen.getByTestId('search')).toHaveTextContent('?cluster=devnet'),
    );
  });

  it('tells operators of a cluster that cannot be observed and a stale registry', async () => {
    const api = new FakeTenantsApi();
    jest.spyOn(api, 'listClusters').mockResolvedValue({
      items: [fakeCluster({ connectivity: 'Disconnected' })],
      totalItems: 1,
      registry: fakeRegistry({ stale: true }),
    } as never);
    renderPage(api);
    expect(
      await screen.findByText('Cluster mainnet cannot be observed'),
    ).toBeVisible();
    expect(
      await screen.findByText(/^The registry cannot be read/),
    ).toBeVisible();
  });

  it('searches after a pause in typing', async () => {
    const api = new FakeTenantsApi();
    const listTenants = jest.spyOn(api, 'listTenants');
    renderPage(api);
    await screen.findByText('Acme Bank');
    await userEvent.type(screen.getByRole('searchbox'), 'cobalt');
    await waitFor(() =>
      expect(screen.queryByText('Acme Bank')).not.toBeInTheDocument(),
    );
    expect(screen.getByTestId('search')).toHaveTextContent('?q=cobalt');
    const asked = listTenants.mock.calls.map(([request]) => request.q);
    expect(asked).toEqual([undefined, 'cobalt']);
  });

  it('pages through many tenants, and back', async () => {
    renderPage(new FakeTenantsApi(manyTenants));
    expect(await screen.findByText('1 to 50 of 51')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51 to 51 of 51')).toBeVisible();
    expect(screen.getByTestId('search')).toHaveTextContent('?cursor=50');
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('1 to 50 of 51')).toBeVisible();
  });

  it('says that it is loading', () => {
    const api = new FakeTenantsApi();
    api.listTenants = () => new Promise(() => {});
    renderPage(api);
    expect(screen.getByText('Loading tenants')).toBeInTheDocument();
  });

  it('explains an empty platform', async () => {
    renderPage(new FakeTenantsApi([]));
    expect(await screen.findByText('No tenants yet')).toBeVisible();
  });

  it('offers to clear filters that match nothing', async () => {
    renderPage(new FakeTenantsApi(), '/?q=nobody');
    expect(
      await screen.findByText('No tenant matches the filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('Acme Bank')).toBeVisible();
  });

  it('gives the reason of a failure and tries again', async () => {
    const api = new FakeTenantsApi();
    jest
      .spyOn(api, 'listTenants')
      .mockRejectedValueOnce(new ServiceUnavailableError('No database.'));
    renderPage(api);
    expect(await screen.findByText('No database.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Acme Bank')).toBeVisible();
  });

  it('says that access is denied, without offering to try again', async () => {
    const api = new FakeTenantsApi();
    api.listTenants = async () => {
      throw new NotAllowedError('secret detail');
    };
    renderPage(api);
    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeVisible();
    expect(screen.queryByText(/secret detail/)).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Try again' }),
    ).not.toBeInTheDocument();
  });
});
