import type { HealthPart } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';

/** The one sentence that explains a health: the one observed, or else what the health means. */
export function useHealthSentence(): (part: HealthPart) => string {
  const t = useText();
  return ({ health, message, reason }) =>
    message ?? reason ?? t(`health.explain.${health}`);
}
