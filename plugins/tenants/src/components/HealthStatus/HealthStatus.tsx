import type { Health } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { StatusPill } from '../StatusPill';
import { healthAppearance } from './healthAppearance';

/** A health as icon, word and colour. */
export function HealthStatus(props: { health: Health }) {
  const t = useText();
  return (
    <StatusPill {...healthAppearance[props.health]}>
      {t(`health.${props.health}`)}
    </StatusPill>
  );
}
