import { useMemo, useSyncExternalStore } from 'react';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';

/** The language of the page as a BCP 47 tag, for times and numbers. */
export function useLanguage(): string {
  const languages = useApi(appLanguageApiRef);
  const subscribe = useMemo(
    () => (onChange: () => void) => {
      const subscription = languages.language$().subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [languages],
  );
  return useSyncExternalStore(
    subscribe,
    () => languages.getLanguage().language,
  );
}
