import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { explainTenantName } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../../api';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { failureMessage } from '../../lib/errors';

const typingPauseMs = 300;

/** What is known of a name that is being typed. */
export type NameCheck =
  | { state: 'empty' }
  | { state: 'malformed'; message: string }
  | { state: 'checking' }
  | { state: 'free' }
  | { state: 'unavailable'; message?: string }
  | { state: 'unchecked'; reason: string };

/** Checks the form of a name at once, and asks whether it is free after a pause in typing. */
export function useNameCheck(name: string): NameCheck {
  const api = useApi(tenantsApiRef);
  const settled = useDebouncedValue(name, typingPauseMs);
  const [answer, setAnswer] = useState<{ name: string; check: NameCheck }>();
  const malformed = name === '' ? undefined : explainTenantName(name);

  useEffect(() => {
    if (settled === '' || explainTenantName(settled)) {
      return undefined;
    }
    const controller = new AbortController();
    const settle = (check: NameCheck) => {
      if (!controller.signal.aborted) {
        setAnswer({ name: settled, check });
      }
    };
    api.checkName(settled, { signal: controller.signal }).then(
      ({ available, message }) =>
        settle(
          available ? { state: 'free' } : { state: 'unavailable', message },
        ),
      error => settle({ state: 'unchecked', reason: failureMessage(error) }),
    );
    return () => controller.abort();
  }, [api, settled]);

  if (name === '') {
    return { state: 'empty' };
  }
  if (malformed) {
    return { state: 'malformed', message: malformed };
  }
  return answer?.name === name ? answer.check : { state: 'checking' };
}
