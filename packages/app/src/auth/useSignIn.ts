import { useCallback, useEffect, useState } from 'react';
import { UserIdentity } from '@backstage/core-components';
import { useApi, type IdentityApi } from '@backstage/frontend-plugin-api';
import { oidcAuthApiRef } from './oidcAuthApi';

/** Why somebody is not signed in. */
export interface SignInRefusal {
  /** Whether they gave the right password, but have no access here. */
  noAccess: boolean;
  message: string;
}

/** Where the sign-in stands; `checking` while an earlier session is looked for. */
export type SignInState =
  | { step: 'checking' }
  | { step: 'signedOut'; refusal?: SignInRefusal }
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
        setState({
          step: 'signedOut',
          refusal: earlierError ? refusalOf(earlierError) : undefined,
        });
        return;
      }
      const profile = await authApi.getProfile({ optional: true });
      const { identity } = session;
      onSuccess(UserIdentity.create({ identity, authApi, profile }));
    },
    [authApi, earlierError, onSuccess],
  );
  const fail = (error: Error) =>
    setState({
      step: 'signedOut',
      refusal: refusalOf(error.message, error.name),
    });

  useEffect(() => {
    finish({ optional: true }).catch(fail);
  }, [finish]);

  const signIn = () => {
    setState({ step: 'signingIn' });
    finish({ instantPopup: true }).catch(fail);
  };
  return { state, signIn };
}

/** From a redirect the message alone comes back, without the name of the error. */
function refusalOf(message: string, name?: string): SignInRefusal {
  const noAccess =
    name === 'NotAllowedError' || message.includes('no access to this portal');
  return { noAccess, message };
}
