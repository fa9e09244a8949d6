import { Flex, Text } from '@backstage/ui';
import {
  RiLinkM,
  RiLinkUnlinkM,
  RiQuestionFill,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { ClusterStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import { StatusPill, type Tone } from '../StatusPill';
import { UnseenKinds } from './UnseenKinds';

const looks: Record<
  ClusterStatus['connectivity'],
  { tone: Tone; icon: RemixiconComponentType }
> = {
  Connected: { tone: 'positive', icon: RiLinkM },
  Disconnected: { tone: 'negative', icon: RiLinkUnlinkM },
  Unknown: { tone: 'warning', icon: RiQuestionFill },
};

/** Whether a cluster answers, why not, and how old its data is. */
export function ClusterConnectivity(props: { cluster?: ClusterStatus }) {
  const t = useText();
  if (!props.cluster) {
    return <Text color="secondary">{t('entity.clusterUnknown')}</Text>;
  }
  const { connectivity, message, observedAt } = props.cluster;
  return (
    <Flex direction="column" gap="2">
      <Flex align="center" gap="2">
        <Text weight="bold">{t('entity.connectivity')}</Text>
        <StatusPill {...looks[connectivity]}>
          {t(`entity.connectivityStates.${connectivity}`)}
        </StatusPill>
      </Flex>
      {message && <Text as="p">{message}</Text>}
      <Text variant="body-small" color="secondary">
        {t('entity.dataAge')}:{' '}
        {observedAt ? <RelativeTime at={observedAt} /> : t('common.never')}
      </Text>
      <UnseenKinds cluster={props.cluster} />
    </Flex>
  );
}
