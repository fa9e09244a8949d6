import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { oidcAuthApiRef } from './oidcAuthApi';
import { SignInPage } from './SignInPage';

const noAccess =
  'You are signed in as "jane", who has no access to this portal: none of your groups is known here. Ask the operators of the platform for access, and tell this name.';

const session = {
  token: 'token',
  identity: {
    type: 'user' as const,
    userEntityRef: 'user:default/operator',
    ownershipEntityRefs: ['group:default/platform-operators'],
  },
};

function renderPage(getBackstageIdentity: jest.Mock, path = '/tenants') {
  const onSignInSuccess = jest.fn();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    apis: [
      [oidcAuthApiRef, { getBackstageIdentity, getProfile: async () => ({}) }],
    ],
    mountPath: '/*',
    initialRouteEntries: [path],
  });
  return onSignInSuccess;
}

async function signIn() {
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
}

describe('SignInPage', () => {
  it('takes up an earlier session without asking', async () => {
    const getIdentity = jest.fn().mockResolvedValue(session);
    const onSignInSuccess = renderPage(getIdentity);
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(getIdentity.mock.calls).toEqual([[{ optional: true }]]);
    const [identity] = onSignInSuccess.mock.calls[0];
    expect((await identity.getBackstageIdentity()).userEntityRef).toBe(
      'user:default/operator',
    );
  });

  it('sends nobody to the identity provider before they ask for it', async () => {
    const getIdentity = jest.fn().mockResolvedValue(undefined);
    renderPage(getIdentity);
    expect(
      await screen.findByRole('button', { name: 'Sign in' }),
    ).toBeVisible();
    expect(getIdentity.mock.calls).toEqual([[{ optional: true }]]);
  });

  it('signs in with the identity provider', async () => {
    const getIdentity = jest
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockResolvedValue(session);
    const onSignInSuccess = renderPage(getIdentity);
    await signIn();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(getIdentity).toHaveBeenLastCalledWith({ instantPopup: true });
  });

  it('offers no other way in', async () => {
    renderPage(jest.fn().mockResolvedValue(undefined));
    await screen.findByRole('button', { name: 'Sign in' });
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.queryByText(/guest/i)).not.toBeInTheDocument();
  });

  it('says why signing in did not work, and lets people try again', async () => {
    const getIdentity = jest
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockRejectedValueOnce(new Error('The provider is down'))
      .mockResolvedValue(session);
    const onSignInSuccess = renderPage(getIdentity);
    await signIn();
    expect(await screen.findByText('The provider is down')).toBeVisible();
    await signIn();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it('shows the error with which the backend sent the browser back', async () => {
    renderPage(
      jest.fn().mockResolvedValue(undefined),
      '/tenants?error=No+such+user',
    );
    expect(await screen.findByText('No such user')).toBeVisible();
  });

  it.each([
    [
      'the window of the identity provider',
      () =>
        Object.assign(new Error(noAccess), {
          name: 'NotAllowedError' as const,
        }),
      '/tenants',
    ],
    ['a redirect', undefined, `/tenants?error=${encodeURIComponent(noAccess)}`],
  ])(
    'tells somebody without access whom to ask, and of no error, after %s',
    async (_, error, path) => {
      const getIdentity = jest.fn().mockResolvedValueOnce(undefined);
      if (error) {
        getIdentity.mockRejectedValueOnce(error());
      }
      renderPage(getIdentity, path);
      if (error) {
        await signIn();
      }
      expect(
        await screen.findByRole('heading', { name: 'You have no access yet' }),
      ).toBeVisible();
      expect(screen.getByText(noAccess)).toBeVisible();
      expect(screen.queryByRole('alert')).not.toBeInTheDocument();
      expect(
        screen.getByRole('button', { name: 'Sign in again' }),
      ).toBeEnabled();
    },
  );
});
