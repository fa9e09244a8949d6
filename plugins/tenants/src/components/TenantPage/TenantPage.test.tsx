import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  TenantEnvironmentStatus,
  TenantsApi,
} from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeCheck,
  fakeComponent,
  fakeEnvironment,
  fakeTenant,
  minutesAgo,
  renderWithApi,
  seeEverything,
} from '../../__testUtils__';
import { TenantPage } from './TenantPage';

function renderPage(api: TenantsApi, name: string, search = '') {
  return renderWithApi(<TenantPage actions={[]} />, {
    api,
    mountPath: '/tenants/:tenant',
    path: `/tenants/${name}${search}`,
  });
}

function apiWith(...environments: TenantEnvironmentStatus[]) {
  return new FakeTenantsApi([fakeTenant('acme-01', 'Acme Bank', environments)]);
}

function failing(error: Error) {
  const api = new FakeTenantsApi();
  api.getTenant = async () => {
    throw error;
  };
  return api;
}

describe('TenantPage', () => {
  it('asks once for the tenant and the environment that is shown', async () => {
    const api = new FakeTenantsApi();
    const asked = (
      [
        'getTenantInFull',
        'getTenantEnvironment',
        'getTimeline',
        'getMetrics',
      ] as const
    ).map(method => jest.spyOn(api, method as 'getTenantInFull'));
    renderPage(api, 'borealis');
    await screen.findByRole('grid', { name: 'Workloads' });
    expect(asked.map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0, 0]);
  });

  it('asks for another environment in full when its tab is chosen', async () => {
    const api = new FakeTenantsApi();
    const getTenantInFull = jest.spyOn(api, 'getTenantInFull');
    renderPage(api, 'borealis');
    await userEvent.click(await screen.findByRole('tab', { name: /devnet/ }));
    expect(
      await screen.findByRole('tab', { name: /devnet/, selected: true }),
    ).toBeVisible();
    expect(
      getTenantInFull.mock.calls.map(([name, environment]) => [
        name,
        environment,
      ]),
    ).toEqual([
      ['borealis', undefined],
      ['borealis', 'devnet'],
    ]);
  });

  it('keeps what is known in short when another environment cannot be asked for', async () => {
    const api = new FakeTenantsApi();
    renderPage(api, 'borealis');
    const tab = await screen.findByRole('tab', { name: /devnet/ });
    api.getTenantInFull = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    await userEvent.click(tab);
    const [notice] = await screen.findAllByText(/The last refresh failed/);
    expect(notice).toBeVisible();
    expect(tab).toHaveAttribute('aria-selected', 'true');
    expect(screen.getAllByText('borealis-devnet')[0]).toBeVisible();
  });
});

describe('TenantPage, seen in full', () => {
  beforeAll(seeEverything);

  it('says who the tenant is, how it is, why and since when', async () => {
    renderPage(new FakeTenantsApi(), 'borealis');
    expect(
      await screen.findByRole('heading', { name: 'Borealis Exchange' }),
    ).toBeVisible();
    expect(
      screen.getByText(/^testnet: The participant restarted 14 times/),
    ).toBeVisible();
    expect(screen.getAllByText('23 minutes')[0]).toHaveAttribute('datetime');
    expect(
      screen.getAllByRole('link', { name: 'borealis' })[0],
    ).toHaveAttribute('href', '/catalog/default/group/borealis');
  });

  it('opens the worst environment, with the checks that are unwell', async () => {
    renderPage(new FakeTenantsApi(), 'borealis');
    const tab = await screen.findByRole('tab', { selected: true });
    expect(tab).toHaveTextContent('testnet');
    const checks = screen.getByRole('list', { name: 'Checks of Participant' });
    const [worst] = within(checks).getAllByRole('listitem');
    expect(worst).toHaveTextContent('deployment/participant');
    expect(worst).toHaveTextContent('CrashLoopBackOff');
  });

  it('opens the environment that the URL names', async () => {
    renderPage(new FakeTenantsApi(), 'borealis', '?environment=devnet');
    expect(
      await screen.findByRole('tab', { selected: true }),
    ).toHaveTextContent('devnet');
  });

  it('shows workloads, endpoints, allow-list and GitOps', async () => {
    renderPage(new FakeTenantsApi(), 'borealis');
    const workloads = await screen.findByRole('grid', { name: 'Workloads' });
    const [, participant] = within(workloads).getAllByRole('row');
    expect(participant).toHaveTextContent('0 of 1');
    expect(participant).toHaveTextContent('14');
    expect(
      screen.getByText(
        'https://wallet.validator.borealis.testnet.naas.example.com',
      ),
    ).toBeVisible();
    expect(screen.getByText('203.0.113.0/24')).toBeVisible();
    expect(screen.getByText('3f9c1d7e')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Open in argocd' })).toBeVisible();
  });

  it('names the objects that differ from Git', async () => {
    renderPage(new FakeTenantsApi(), 'delta');
    expect(await screen.findByText('2 objects differ from Git')).toBeVisible();
    expect(screen.getByText('NetworkPolicy/allow-ingress')).toBeVisible();
  });

  it('copies an endpoint and says so', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderPage(new FakeTenantsApi(), 'borealis');
    await user.click(
      await screen.findByRole('button', { name: 'Copy address of Ledger API' }),
    );
    expect(writeText).toHaveBeenCalledWith(
      'ledger-api-grpc.participant.borealis.testnet.naas.example.com:443',
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('charts what is reported and never draws what is not', async () => {
    renderPage(new FakeTenantsApi(), 'borealis');
    expect(
      await screen.findByRole('img', { name: 'Ledger lag over the last 1 h' }),
    ).toBeInTheDocument();
    const figure = screen.getByText('Traffic balance').closest('figure')!;
    expect(figure).toHaveTextContent('Not reported in this time range');
    expect(within(figure).queryByRole('img')).not.toBeInTheDocument();
  });

  it('asks for another time range when one is picked', async () => {
    const api = new FakeTenantsApi();
    const getMetrics = jest.spyOn(api, 'getMetrics');
    renderPage(api, 'borealis');
    await userEvent.click(await screen.findByRole('radio', { name: '24 h' }));
    expect(
      await screen.findByRole('img', { name: 'Memory over the last 24 h' }),
    ).toBeInTheDocument();
    expect(getMetrics.mock.calls.at(-1)?.[2]).toBe('24h');
  });

  it('tells what happened, newest first', async () => {
    renderPage(new FakeTenantsApi(), 'borealis');
    const timeline = await screen.findByRole('region', {
      name: 'What changed',
    });
    const [newest] = await within(timeline).findAllByRole('listitem');
    expect(newest).toHaveTextContent('Health is Degraded.');
    expect(newest).toHaveTextContent('testnet');
  });

  it('keeps the status when only timeline and metrics fail', async () => {
    const api = new FakeTenantsApi();
    api.getTimeline = async () => {
      throw new ServiceUnavailableError('No timeline now.');
    };
    api.getMetrics = async () => {
      throw new ServiceUnavailableError('No metrics now.');
    };
    renderPage(api, 'borealis');
    expect(await screen.findByText('No timeline now.')).toBeVisible();
    expect(await screen.findByText('No metrics now.')).toBeVisible();
    expect(screen.getByRole('grid', { name: 'Workloads' })).toBeVisible();
  });

  it('says that it is loading', () => {
    const api = new FakeTenantsApi();
    api.getTenant = () => new Promise(() => {});
    renderPage(api, 'borealis');
    expect(screen.getByText('Loading the tenant')).toBeInTheDocument();
  });

  it('answers alike for a tenant that does not exist and one that is not yours', async () => {
    renderPage(failing(new NotFoundError('nope')), 'ghost');
    expect(
      await screen.findByText('There is no tenant “ghost” for you here'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All tenants' })).toHaveAttribute(
      'href',
      '/tenants',
    );
  });

  it('says that access is denied', async () => {
    renderPage(failing(new NotAllowedError('nope')), 'borealis');
    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeVisible();
  });

  it('gives the reason of a failure', async () => {
    renderPage(
      failing(new ServiceUnavailableError('No database.')),
      'borealis',
    );
    expect(await screen.findByText('No database.')).toBeVisible();
  });

  it('warns when nothing was confirmed for a while, and shows what was known last', async () => {
    renderPage(new FakeTenantsApi(), 'juniper');
    expect(
      await screen.findByText('Last confirmed 12 minutes ago'),
    ).toBeVisible();
    expect(screen.getByText('1 check could not be confirmed')).toBeVisible();
    expect(screen.getByText('1 check unknown')).toBeVisible();
    expect(screen.getByText(/Last known, .*: Healthy/)).toBeVisible();
  });

  it('does not warn about a status that was confirmed just now', async () => {
    renderPage(
      apiWith(fakeEnvironment({ observedAt: minutesAgo(1) })),
      'acme-01',
    );
    await screen.findByRole('tab');
    expect(screen.queryByText(/^Last confirmed/)).not.toBeInTheDocument();
  });

  it('says that nothing has been observed yet', async () => {
    renderPage(
      apiWith(
        fakeEnvironment({
          health: 'Unknown',
          observedAt: undefined,
          gitops: undefined,
          components: [fakeComponent('participant', 'canton-participant', [])],
          workloads: [],
          endpoints: [],
          allowList: [],
        }),
      ),
      'acme-01',
    );
    expect(await screen.findByText('Not observed yet')).toBeVisible();
    expect(
      screen.getByText('The GitOps engine has not reported an application.'),
    ).toBeVisible();
    expect(screen.getByText('No workload has been observed.')).toBeVisible();
    expect(
      screen.getByText(
        'The list is empty: nobody outside the cluster can connect.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('Healthy')).not.toBeInTheDocument();
  });

  it('explains a suspended environment', async () => {
    renderPage(new FakeTenantsApi(), 'ivory');
    expect(await screen.findByText(/is switched off in Git/)).toBeVisible();
  });

  it('explains a tenant without environments', async () => {
    renderPage(new FakeTenantsApi(), 'lumen');
    expect(await screen.findByText('In no environment yet')).toBeVisible();
  });

  it('takes up a change without a reload, and keeps the chosen environment', async () => {
    const api = apiWith(
      fakeEnvironment(),
      fakeEnvironment({ environment: 'testnet' }),
    );
    renderPage(api, 'acme-01');
    await screen.findByText('Everything that is checked is well.', {
      selector: 'header *',
    });
    const broken = fakeEnvironment({
      environment: 'testnet',
      health: 'Degraded',
      message: 'The database is full.',
      components: [
        fakeComponent('database', 'database', [
          fakeCheck({ health: 'Degraded' }),
        ]),
      ],
    });
    api.getTenant = async () =>
      fakeTenant('acme-01', 'Acme Bank', [fakeEnvironment(), broken]);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(
      await screen.findByText('testnet: The database is full.'),
    ).toBeVisible();
    expect(screen.getByRole('tab', { selected: true })).toHaveTextContent(
      'devnet',
    );
  });

  it('keeps what is known when a refresh fails, and says so', async () => {
    const api = apiWith(fakeEnvironment());
    renderPage(api, 'acme-01');
    await screen.findByRole('tab');
    api.getTenant = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const [notice] = await screen.findAllByText(/The last refresh failed/);
    expect(notice).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Acme Bank' })).toBeVisible();
  });
});
