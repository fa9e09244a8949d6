import { useCallback, useEffect, useState } from 'react';
import { UserIdentity } from '@backstage/core-components';
import { useApi, type IdentityApi } from '@backstage/frontend-plugin-api';
import { oidcAuthApiRef } from './oidcAuthApi';

/** Where the sign-in stands; `checking` while an earlier session is looked for. */
export type SignInState =
  | { step: 'checking' }
  | { step: 'signedOut'; error?: string }
  | { step: 'signingIn' };

/**
 * Takes up an earlier session where there is one; otherwise signs in when asked to.
 *
 * @param earlierError - what the backend said when it sent the browser back without a session
 */
export function useSignIn(
  onSuccess: (identity: IdentityApi) => void,
  earlierError: string | null,
): { state: SignInState; signIn: () => void } {
  const authApi = useApi(oidcAuthApiRef);
  const [state, setState] = useState<SignInState>({ step: 'checking' });

  const finish = useCallback(
    async (options: { optional: true } | { instantPopup: true }) => {
      const session = await authApi.getBackstageIdentity(options);
      if (!session) {
        setState({ step: 'signedOut', error: earlierError ?? undefined });
        return;
      }
      const profile = await authApi.getProfile({ optional: true });
      const { identity } = session;
      onSuccess(UserIdentity.create({ identity, authApi, profile }));
    },
    [authApi, earlierError, onSuccess],
  );
  const fail = (error: Error) =>
    setState({ step: 'signedOut', error: error.message });

  useEffect(() => {
    finish({ optional: true }).catch(fail);
  }, [finish]);

  const signIn = () => {
    setState({ step: 'signingIn' });
    finish({ instantPopup: true }).catch(fail);
  };
  return { state, signIn };
}
