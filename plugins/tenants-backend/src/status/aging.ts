import { TenantEnvironmentDetails } from '@tenantry/plugin-tenants-common';
import { onboardingStalled } from '../registrySource';
import { awaitingReport } from './awaitedReports';

/** How long it may take until time alone makes another status of one. */
export type Aging = 'minutes' | 'days' | 'never';

/**
 * What is awaited is given up after a minute or two; what is being onboarded, or upgraded, is
 * given days. Everything else stays as it is until a source says something else, or falls silent.
 */
export function agingOf({
  components,
}: Pick<TenantEnvironmentDetails, 'components'>): Aging {
  let aging: Aging = 'never';
  for (const { checks } of components) {
    for (const { health, reason } of checks) {
      if (reason === awaitingReport) {
        return 'minutes';
      }
      if (health === 'Progressing' || reason === onboardingStalled) {
        aging = 'days';
      }
    }
  }
  return aging;
}
