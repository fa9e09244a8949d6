import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  GitOpsAction,
  GitOpsRequest,
} from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../../api';

/** A request to the GitOps engine, and what became of it. */
export interface GitOpsRequester {
  send: (request: GitOpsRequest) => Promise<void>;
  isBusy: boolean;
  /** The last action that the engine took. */
  taken?: GitOpsAction;
  /** Why the last request was not taken. */
  failure?: Error;
}

/**
 * Sends requests about one tenant environment, one at a time. The status that follows from them
 * arrives with the live updates.
 */
export function useGitOpsRequest(
  tenant: string,
  environment: string,
): GitOpsRequester {
  const api = useApi(tenantsApiRef);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<
    Pick<GitOpsRequester, 'taken' | 'failure'>
  >({});
  const send = async (request: GitOpsRequest) => {
    setBusy(true);
    setOutcome({});
    try {
      await api.requestGitOps(tenant, environment, request);
      setOutcome({ taken: request.action });
    } catch (error) {
      setOutcome({ failure: toError(error) });
    }
    setBusy(false);
  };
  return { send, isBusy, ...outcome };
}
