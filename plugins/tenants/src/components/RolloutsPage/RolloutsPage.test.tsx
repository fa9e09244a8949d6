import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { Rollout } from '@tenantry/plugin-tenants-common';
import { FakeTenantsApi, minutesAgo, renderWithApi } from '../../__testUtils__';
import { RolloutsPage } from '.';

const running: Rollout = {
  id: 'rollout-1',
  title: 'Upgrade Splice',
  templateRef: 'template:default/upgrade-splice',
  environment: 'devnet',
  values: { version: '0.7.5' },
  soakMinutes: 10,
  state: 'Running',
  message: 'Pull request 7 waits for its merge.',
  createdBy: 'user:default/operator',
  createdAt: minutesAgo(20),
  waves: [
    {
      tenants: ['acme-01', 'beta-02'],
      state: 'Proposed',
      pullRequest: { number: 7, url: 'https://forge.example.com/pulls/7' },
    },
    { tenants: ['gamma-03'], state: 'Waiting' },
  ],
};

function renderPage(rollouts: Rollout[] | Error) {
  const api = new FakeTenantsApi();
  api.listRollouts = async () => {
    if (rollouts instanceof Error) {
      throw rollouts;
    }
    return { items: rollouts };
  };
  const act = jest.spyOn(api, 'actOnRollout').mockResolvedValue(running);
  renderWithApi(<RolloutsPage />, { api, path: '/rollouts' });
  return { act };
}

describe('RolloutsPage', () => {
  it('shows each wave with its tenants, its state and its pull request', async () => {
    renderPage([running]);
    const card = await screen.findByRole('region', {
      name: 'Upgrade Splice in devnet',
    });
    expect(within(card).getByText('Running')).toBeVisible();
    expect(within(card).getByText(/waits for its merge/)).toBeVisible();
    const [first, second] = within(card).getAllByRole('listitem');
    expect(first).toHaveTextContent('Wave 1ProposedPull request 7');
    expect(
      within(first).getByRole('link', { name: /Pull request 7/ }),
    ).toHaveAttribute('href', 'https://forge.example.com/pulls/7');
    expect(
      within(first).getByRole('link', { name: 'acme-01' }),
    ).toHaveAttribute('href', '/tenants/acme-01');
    expect(second).toHaveTextContent('Wave 2Waiting');
  });

  it('pauses at once, and asks before it stops', async () => {
    const { act } = renderPage([running]);
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(act).toHaveBeenLastCalledWith('rollout-1', 'pause');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Stop' })).toBeEnabled(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    const dialog = await screen.findByRole('dialog');
    expect(act).toHaveBeenCalledTimes(1);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stop' }));
    expect(act).toHaveBeenLastCalledWith('rollout-1', 'stop');
  });

  it('says why an action did not work', async () => {
    const { act } = renderPage([running]);
    act.mockRejectedValue(new ServiceUnavailableError('No database.'));
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByText(/No database\./)).toBeVisible();
  });

  it('offers nothing to do with one that is over', async () => {
    renderPage([{ ...running, state: 'Done', message: undefined }]);
    expect(await screen.findByText('Done')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says when there is none', async () => {
    renderPage([]);
    expect(await screen.findByText('There is no rollout')).toBeVisible();
  });

  it('tells a failure from a lack of rights', async () => {
    renderPage(new ServiceUnavailableError('No database.'));
    expect(await screen.findByText(/No database\./)).toBeVisible();
  });

  it('says when it is not for the user to see', async () => {
    renderPage(new NotAllowedError('You need the permission.'));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByText('There is no rollout')).toBeNull();
  });
});
