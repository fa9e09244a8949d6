import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConflictError } from '@backstage/errors';
import type { GitOpsStatus } from '@tenantry/plugin-tenants-common';
import {
  FakeTenantsApi,
  fakeGitOps,
  minutesAgo,
  renderWithApi,
} from '../../__testUtils__';
import { GitOps } from './GitOps';

const earlier = '9a8b7c6d5e4f30211203f4e5d6c7b8a990817263';

function renderGitOps(
  overrides: Partial<GitOpsStatus>,
  requestGitOps = jest.fn(async () => {}),
) {
  const api = new FakeTenantsApi();
  api.requestGitOps = requestGitOps;
  renderWithApi(
    <GitOps
      tenant="acme-01"
      environment="devnet"
      gitops={fakeGitOps(overrides)}
    />,
    { api },
  );
  return requestGitOps;
}

const history = [
  { id: '7', revision: fakeGitOps().revision!, deployedAt: minutesAgo(50) },
  {
    id: '6',
    revision: earlier,
    deployedAt: minutesAgo(120),
    initiatedBy: 'automation',
  },
];

describe('GitOps', () => {
  it('syncs only after it was confirmed, and tells that it was asked', async () => {
    const request = renderGitOps({ actions: ['sync'] });
    await userEvent.click(await screen.findByRole('button', { name: 'Sync' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('acme-01-devnet');
    expect(request).not.toHaveBeenCalled();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sync' }));
    expect(await screen.findByText(/was asked to sync/)).toBeVisible();
    expect(request).toHaveBeenCalledWith('acme-01', 'devnet', {
      action: 'sync',
    });
  });

  it('does nothing when it is cancelled', async () => {
    const request = renderGitOps({ actions: ['suspend'] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Suspend' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel' }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(request).not.toHaveBeenCalled();
  });

  it('rolls back to a deployment of the history, never to the newest', async () => {
    const request = renderGitOps({ actions: ['rollback'], history });
    const [newest, older] = within(
      await screen.findByRole('list', { name: 'Applied before' }),
    ).getAllByRole('listitem');
    expect(within(newest).queryByRole('button')).toBeNull();
    expect(older).toHaveTextContent('by automation');
    await userEvent.click(
      await within(older).findByRole('button', {
        name: 'Roll back to 9a8b7c6d',
      }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Roll back',
      }),
    );
    expect(request).toHaveBeenCalledWith('acme-01', 'devnet', {
      action: 'rollback',
      deployment: '6',
    });
  });

  it('says why a request was not taken', async () => {
    renderGitOps(
      { actions: ['refresh'] },
      jest.fn(async () => {
        throw new ConflictError('The engine is busy.');
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Refresh' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'That did not work: The engine is busy.',
    );
  });

  it('offers nothing that the engine does not take', async () => {
    renderGitOps({ actions: [], history });
    expect(
      await screen.findByRole('list', { name: 'Applied before' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Sync|Roll|Suspend/ }),
    ).toBeNull();
  });

  it.each([
    ['Running', { startedAt: minutesAgo(2) }, /at work, begun 2 minutes ago/],
    ['Failed', { finishedAt: minutesAgo(5) }, /run failed 5 minutes ago/],
    ['Succeeded', {}, /run succeeded an unknown time/],
  ] as const)('tells of a run that is %s', async (phase, times, sentence) => {
    renderGitOps({ operation: { phase, message: 'one of two', ...times } });
    expect(await screen.findByText('one of two')).toBeVisible();
    expect(screen.getByRole('region', { name: 'GitOps' })).toHaveTextContent(
      sentence,
    );
  });

  it('says that the engine is told to do nothing, or not to do it by itself', async () => {
    renderGitOps({ suspended: true, automated: false });
    expect(await screen.findByText(/told not to apply/)).toBeVisible();
    expect(screen.queryByText(/only when somebody asks/)).toBeNull();
  });

  it('says when nothing is applied without being asked for', async () => {
    renderGitOps({ automated: false });
    expect(await screen.findByText(/only when somebody asks/)).toBeVisible();
  });
});
