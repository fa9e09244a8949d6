import { Flex, Text } from '@backstage/ui';
import type { Rollout } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { EntityLink } from '../EntityLink';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { StatusPill } from '../StatusPill';
import { RolloutActions } from './RolloutActions';
import { rolloutLooks } from './looks';
import { RolloutWaves } from './RolloutWaves';

/** One rollout: what it changes, how far it is, and what it waits for. */
export function RolloutCard(props: {
  rollout: Rollout;
  onChanged: () => void;
}) {
  const { rollout, onChanged } = props;
  const t = useText();
  const { title, environment, state, message, createdBy, createdAt } = rollout;
  return (
    <Section
      title={t('rollouts.cardTitle', { title, environment })}
      actions={<RolloutActions rollout={rollout} onChanged={onChanged} />}
    >
      <Flex direction="column" gap="3">
        <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
          <StatusPill {...rolloutLooks[state]}>
            {t(`rollouts.state.${state}`)}
          </StatusPill>
          <Text variant="body-small" color="secondary">
            {t('rollouts.started')} <RelativeTime at={createdAt} />
            {' · '}
            <EntityLink entityRef={createdBy} />
          </Text>
        </Flex>
        {message && <Text as="p">{message}</Text>}
        <RolloutWaves rollout={rollout} />
      </Flex>
    </Section>
  );
}
