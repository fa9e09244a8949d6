import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import type {
  ChangeInEnvironment,
  TenantsApi,
  TimelineEvent,
  TrackedChange,
} from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeTenant,
  minutesAgo,
  renderWithApi,
  seeEverything,
} from '../../__testUtils__';
import { TenantTimeline } from '../TenantTimeline';

const environments = ['devnet', 'testnet'];
const change = {
  number: 7,
  url: 'https://git.example.com/platform/gitops/pulls/7',
  title: 'Let the new office in',
  author: 'olga',
};
const common = { tenant: 'borealis', environment: 'devnet', message: 'Plain.' };
const opened: TimelineEvent = {
  ...common,
  id: 'opened',
  type: 'ChangeOpened',
  at: minutesAgo(9),
  change,
};
const tracked: TrackedChange = {
  change,
  openedAt: minutesAgo(9),
  mergedAt: minutesAgo(8),
  environments: [],
  events: ['opened'],
};

function renderTimeline(api: TenantsApi, tenant = 'borealis', search = '') {
  seeEverything();
  return renderWithApi(
    <TenantTimeline tenant={tenant} environments={environments} />,
    { api, path: `/${search}` },
  );
}

function answering(items: TimelineEvent[], changes: TrackedChange[] = []) {
  const api = new FakeTenantsApi();
  api.getTimeline = async () => ({ items, changes });
  return api;
}

async function rowOf(place: Partial<ChangeInEnvironment>, more = {}) {
  const environment = { environment: 'devnet', stage: 'Unknown', ...place };
  const row = { ...tracked, environments: [environment], ...more };
  renderTimeline(answering([opened], [row as TrackedChange]));
  const places = await screen.findByRole('list', {
    name: 'Where it has landed',
  });
  // The steps below it are items too.
  return within(places).getAllByRole('listitem')[0];
}

describe('Timeline', () => {
  it('says that it is loading', () => {
    const api = new FakeTenantsApi();
    api.getTimeline = () => new Promise(() => {});
    renderTimeline(api);
    expect(screen.getByText('Loading what changed')).toBeInTheDocument();
  });

  it('gives the exact time and the whole revision of an event', async () => {
    renderTimeline(new FakeTenantsApi());
    const list = await screen.findByRole('list', { name: /newest first/ });
    const [event] = within(list)
      .getAllByRole('listitem')
      .filter(item => item.textContent?.includes('revision'));
    expect(event).toHaveTextContent('50 minutes ago');
    expect(within(event).getByText('50 minutes ago')).toHaveAttribute('title');
    expect(within(event).getByText('revision 3f9c1d7e')).toHaveAttribute(
      'title',
      '3f9c1d7e5b2a48606c1f0d9e8b7a65544332211f',
    );
    expect(
      within(event).getByRole('button', { name: 'Copy revision 3f9c1d7e' }),
    ).toBeVisible();
  });

  describe('a change', () => {
    it('is one row with what followed, and leads to its pull request', async () => {
      const synced: TimelineEvent = {
        ...common,
        id: 'synced',
        type: 'RevisionChanged',
        at: minutesAgo(7),
        revision: 'abc',
      };
      const events = ['opened', 'synced'];
      renderTimeline(answering([synced, opened], [{ ...tracked, events }]));
      const link = await screen.findByRole('link', {
        name: /Pull request 7 by olga/,
      });
      expect(link).toHaveAttribute('href', change.url);
      expect(screen.getByText(change.title)).toBeVisible();
      expect(screen.queryByText(/was applied/)).toBeNull();
      const steps = screen.getByRole('list', { name: 'In Git' });
      expect(steps).toHaveTextContent(
        'Opened 9 minutes agoMerged 8 minutes ago',
      );
    });

    it('has landed', async () => {
      const row = await rowOf({
        stage: 'Landed',
        syncedAt: minutesAgo(7),
        landedAt: minutesAgo(5),
      });
      expect(row).toHaveTextContent(
        'devnetLandedSynced 7 minutes agoRolled out 5 minutes ago',
      );
    });

    it.each<[string, Partial<ChangeInEnvironment>]>([
      ['Not applied yetSynced not yetRolled out not yet', { stage: 'Merged' }],
      [
        'Rolling outSynced 7 minutes agoRolled out not yet',
        { stage: 'Synced', syncedAt: minutesAgo(7) },
      ],
      [
        'FailedSynced failedThe quota is exceeded.',
        { stage: 'Failed', message: 'The quota is exceeded.' },
      ],
      [
        'FailedSynced 7 minutes agoRolled out failedIt exits.',
        { stage: 'Failed', syncedAt: minutesAgo(7), message: 'It exits.' },
      ],
      [
        'Rolled backSynced 7 minutes ago',
        { stage: 'RolledBack', syncedAt: minutesAgo(7) },
      ],
      ['Nothing to apply', { stage: 'Unneeded' }],
      ['Not known', { stage: 'Unknown' }],
    ])('may read "%s"', async (text, place) => {
      expect(await rowOf(place)).toHaveTextContent(`devnet${text}`);
    });

    it('that is open waits for its merge', async () => {
      const more = { mergedAt: undefined };
      const row = await rowOf({ stage: 'Proposed' }, more);
      expect(row).toHaveTextContent('Waits for its merge');
      expect(screen.getByRole('list', { name: 'In Git' })).toHaveTextContent(
        'Merged not yet',
      );
    });

    it('that was given up says so', async () => {
      const more = { mergedAt: undefined, closedAt: minutesAgo(3) };
      const row = await rowOf({ stage: 'Closed' }, more);
      expect(row).toHaveTextContent('Given up');
      expect(screen.getByRole('list', { name: 'In Git' })).toHaveTextContent(
        'Closed 3 minutes ago',
      );
    });

    it('may be a commit without a pull request, or a wave of a rollout', async () => {
      const { number: _, ...commit } = change;
      await rowOf(
        {},
        { change: commit, wave: { rollout: 'Upgrade Splice', number: 2 } },
      );
      expect(
        screen.getByRole('link', {
          name: /Commit by olga, without a pull request/,
        }),
      ).toHaveAttribute('href', change.url);
      expect(
        screen.getByText('Wave 2 of the rollout “Upgrade Splice”'),
      ).toBeVisible();
      expect(screen.getByRole('list', { name: 'In Git' })).toHaveTextContent(
        'Committed 8 minutes ago',
      );
    });
  });

  it('says in its own words what events are, with their cause beside', async () => {
    const at = minutesAgo(4);
    renderTimeline(
      answering([
        {
          ...common,
          id: '1',
          at,
          type: 'HealthChanged',
          health: 'Degraded',
          previousHealth: 'Healthy',
          cause: 'It exits.',
        },
        {
          ...common,
          id: '2',
          at,
          type: 'AlertFired',
          alert: { name: 'LedgerLag', summary: 'The ledger lags.' },
        },
        {
          ...common,
          id: '3',
          at,
          type: 'RevisionChanged',
          revision: '3f9c1d7e5b2a',
          initiatedBy: 'jane',
        },
        { ...common, id: '4', at, type: 'AlertResolved' },
      ]),
    );
    expect(
      await screen.findByText('Health went from Healthy to Degraded.'),
    ).toBeVisible();
    expect(screen.getByText('It exits.')).toBeVisible();
    expect(screen.getByText('The alert LedgerLag fires.')).toBeVisible();
    expect(screen.getByText('The ledger lags.')).toBeVisible();
    expect(
      screen.getByText('Revision 3f9c1d7e was applied by jane.'),
    ).toBeVisible();
    // What lacks its data is told as the backend says it.
    expect(screen.getByText('Plain.')).toBeVisible();
  });

  it('tells of a kind of event that it does not know in the words of the backend', async () => {
    const type = 'CertificateRenewed' as TimelineEvent['type'];
    const message = 'The certificate was renewed.';
    renderTimeline(answering([{ ...opened, type, message }]));
    expect(await screen.findByText(message)).toBeInTheDocument();
  });

  it('asks the backend for the kinds and the environment that are chosen', async () => {
    const api = new FakeTenantsApi();
    const getTimeline = jest.spyOn(api, 'getTimeline');
    renderTimeline(api);
    const filter = await screen.findByRole('group', { name: /these kinds/ });
    await userEvent.click(
      within(filter).getByRole('button', { name: 'Alerts' }),
    );
    expect(
      await screen.findByText('Nothing of what is chosen has happened.'),
    ).toBeVisible();
    expect(getTimeline).toHaveBeenLastCalledWith(
      'borealis',
      { type: ['AlertFired', 'AlertResolved'], limit: 20 },
      expect.anything(),
    );
    await userEvent.click(
      within(filter).getByRole('button', { name: /Environment/ }),
    );
    await userEvent.click(screen.getByRole('option', { name: 'testnet' }));
    expect(getTimeline).toHaveBeenLastCalledWith(
      'borealis',
      expect.objectContaining({ environment: 'testnet' }),
      expect.anything(),
    );
  });

  it('takes what is chosen from the address', async () => {
    const api = new FakeTenantsApi();
    const getTimeline = jest.spyOn(api, 'getTimeline');
    renderTimeline(api, 'borealis', '?events=health&events-in=devnet');
    expect(
      await screen.findByRole('button', { name: 'Health', pressed: true }),
    ).toBeVisible();
    expect(getTimeline).toHaveBeenCalledWith(
      'borealis',
      { type: ['HealthChanged'], environment: 'devnet', limit: 20 },
      expect.anything(),
    );
  });

  it('says that nothing has happened', async () => {
    renderTimeline(new FakeTenantsApi([fakeTenant('new', 'New', [])]), 'new');
    expect(await screen.findByText('Nothing has happened yet.')).toBeVisible();
  });

  it('gives the reason of a failure and tries again', async () => {
    const api = new FakeTenantsApi();
    jest
      .spyOn(api, 'getTimeline')
      .mockRejectedValueOnce(new ServiceUnavailableError('No database.'));
    renderTimeline(api);
    expect(await screen.findByText('No database.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByText(/Health is/)).toHaveLength(2);
  });

  it('shows older events on request', async () => {
    const api = new FakeTenantsApi();
    const { items } = await api.getTimeline('borealis', {});
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...items[0],
      id: `event-${index}`,
    }));
    api.getTimeline = async (_tenant, { limit = 50 }) => ({
      items: many.slice(0, limit),
      changes: [],
      ...(limit < many.length ? { nextCursor: 'more' } : {}),
    });
    renderTimeline(api);
    expect(await screen.findAllByRole('listitem')).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Show older' }));
    expect(
      await screen.findByText('Health is Degraded.', {
        selector: 'li:nth-child(30) p',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });
});
