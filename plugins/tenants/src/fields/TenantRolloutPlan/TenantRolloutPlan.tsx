import { FieldLabel, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  RolloutPlan,
  RolloutRequest,
} from '@tenantry/plugin-tenants-common';
import { LoadingRows } from '../../components/PageState';
import { tenantsApiRef } from '../../api';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldFailure, FieldNote } from '../FieldNote';
import { useNullValue } from '../useNullValue';
import { rolloutRequest, TenantRolloutPlanProps } from './schema';
import styles from './TenantRolloutPlan.module.css';

const typingPauseMs = 400;

/** The waves that the form would start, or why it cannot. */
export function TenantRolloutPlan(props: TenantRolloutPlanProps) {
  const { formData, onChange, schema, uiSchema, formContext } = props;
  const t = useText();
  useNullValue(formData, onChange);
  const request = rolloutRequest(uiSchema, formContext?.formData ?? {});
  return (
    <div>
      <FieldLabel label={schema.title} description={schema.description} />
      {request ? (
        <Plan request={request} />
      ) : (
        <FieldNote tone="info">
          {t('fields.allowList.chooseEnvironments')}
        </FieldNote>
      )}
    </div>
  );
}

function Plan({ request }: { request: RolloutRequest }) {
  const t = useText();
  const api = useApi(tenantsApiRef);
  const key = useDebouncedValue(JSON.stringify(request), typingPauseMs);
  const { data, error, isStale, refresh } = useLiveQuery(key, signal =>
    api.planRollout(JSON.parse(key), { signal }),
  );
  if (error) {
    return (
      <FieldFailure
        message={t('fields.rolloutPlan.failed', {
          reason: failureMessage(error),
        })}
        onRetry={refresh}
      />
    );
  }
  return data && !isStale ? (
    <Waves plan={data} />
  ) : (
    <LoadingRows label={t('fields.rolloutPlan.loading')} rows={3} />
  );
}

function Waves({ plan }: { plan: RolloutPlan }) {
  const t = useText();
  return (
    <div className={styles.plan}>
      <ol className={styles.waves}>
        {plan.waves.map((tenants, index) => (
          <li key={tenants[0]}>
            <Text weight="bold">
              {t('rollouts.wave', { number: String(index + 1) })}
            </Text>{' '}
            <Text>{tenants.join(', ')}</Text>
          </li>
        ))}
      </ol>
      {plan.skipped.length > 0 && (
        <FieldNote tone="info">
          {t('fields.rolloutPlan.skipped')}{' '}
          {plan.skipped
            .map(({ tenant, reason }) => `${tenant} (${reason})`)
            .join(', ')}
        </FieldNote>
      )}
    </div>
  );
}
