import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { Rollout, RolloutWave } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { tenantRouteRef } from '../../routes';
import { StatusPill } from '../StatusPill';
import { waveLooks } from './looks';
import styles from './RolloutsPage.module.css';

/** The waves in their order, each with its tenants and its pull request. */
export function RolloutWaves({ rollout }: { rollout: Rollout }) {
  return (
    <ol className={styles.waves}>
      {rollout.waves.map((wave, index) => (
        <Wave key={wave.tenants[0]} number={index + 1} wave={wave} />
      ))}
    </ol>
  );
}

function Wave({ number, wave }: { number: number; wave: RolloutWave }) {
  const t = useText();
  const { state, tenants, pullRequest } = wave;
  return (
    <li className={styles.wave}>
      <span className={styles.waveTitle}>
        {t('rollouts.wave', { number: String(number) })}
        <StatusPill {...waveLooks[state]}>
          {t(`rollouts.waveState.${state}`)}
        </StatusPill>
        {pullRequest && (
          <Link href={pullRequest.url} target="_blank">
            {t('rollouts.pullRequest', { number: String(pullRequest.number) })}
          </Link>
        )}
      </span>
      <span className={styles.tenants}>
        {tenants.map(tenant => (
          <TenantLink key={tenant} tenant={tenant} />
        ))}
      </span>
    </li>
  );
}

function TenantLink({ tenant }: { tenant: string }) {
  const tenantRoute = useRouteRef(tenantRouteRef);
  return <Link href={tenantRoute?.({ tenant })}>{tenant}</Link>;
}
