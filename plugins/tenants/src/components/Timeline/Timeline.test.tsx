import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { FakeTenantsApi, fakeTenant, renderWithApi } from '../../__testUtils__';
import { useTimeline } from '../../hooks/useTimeline';
import { Timeline } from './Timeline';

function TimelineOf({ tenant }: { tenant: string }) {
  return <Timeline {...useTimeline(tenant)} />;
}

function renderTimeline(api: TenantsApi, tenant = 'borealis') {
  return renderWithApi(<TimelineOf tenant={tenant} />, { api });
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

  it('leads from the steps of a change to its pull request', async () => {
    const api = new FakeTenantsApi();
    const url = 'https://git.example.com/platform/gitops/pulls/7';
    api.getTimeline = async () => ({
      items: (['ChangeMerged', 'ChangeOpened'] as const).map(type => ({
        id: type,
        at: '2026-01-01T10:00:00.000Z',
        type,
        tenant: 'borealis',
        environment: 'devnet',
        message: `${type}: Let the new office in`,
        change: { number: 7, url, title: 'Let it in', author: 'olga' },
      })),
    });
    renderTimeline(api);
    const links = await screen.findAllByRole('link', {
      name: /Pull request 7 by olga/,
    });
    expect(links).toHaveLength(2);
    expect(links[0]).toHaveAttribute('href', url);
    await userEvent.click(screen.getByRole('button', { name: 'Opened' }));
    expect(screen.getByText(/^ChangeOpened/)).toBeVisible();
    expect(screen.queryByText(/^ChangeMerged/)).toBeNull();
  });

  it('shows only the kinds that are chosen', async () => {
    renderTimeline(new FakeTenantsApi());
    const filter = await screen.findByRole('group', { name: /these kinds/ });
    await userEvent.click(within(filter).getByRole('button', { name: 'Sync' }));
    expect(screen.getAllByText(/applied a revision/)).toHaveLength(2);
    expect(screen.queryByText(/Health became/)).toBeNull();
    await userEvent.click(
      within(filter).getByRole('button', { name: 'Health' }),
    );
    expect(screen.getAllByText(/Health became/)).toHaveLength(2);
  });

  it('tells a filter that leaves nothing from a timeline that is empty', async () => {
    renderTimeline(new FakeTenantsApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change' }),
    );
    expect(screen.getByText(/^Nothing of the chosen kinds/)).toBeVisible();
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
    expect(await screen.findAllByText(/Health became/)).toHaveLength(2);
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
      ...(limit < many.length ? { nextCursor: 'more' } : {}),
    });
    renderTimeline(api);
    expect(await screen.findAllByRole('listitem')).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Show older' }));
    expect(
      await screen.findByText('Health became Degraded.', {
        selector: 'li:nth-child(30) p',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull();
  });
});
