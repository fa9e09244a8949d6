import { Container, Flex, Header } from '@backstage/ui';
import { RiGitPullRequestLine } from '@remixicon/react';
import type { Rollout } from '@tenantry/plugin-tenants-common';
import { useRollouts } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { LoadingRows, QueryState, StateMessage } from '../PageState';
import { RolloutCard } from './RolloutCard';

/** Changes of many tenants, wave after wave: how far they are, and how to hold them up. */
export function RolloutsPage() {
  const t = useText();
  const query = useRollouts();
  return (
    <main>
      <Header
        title={t('rollouts.title')}
        description={t('rollouts.description')}
      />
      <Container>
        <QueryState
          query={query}
          loading={<LoadingRows label={t('rollouts.loading')} rows={4} />}
        >
          {rollouts => (
            <RolloutList rollouts={rollouts} onChanged={query.refresh} />
          )}
        </QueryState>
      </Container>
    </main>
  );
}

function RolloutList(props: { rollouts: Rollout[]; onChanged: () => void }) {
  const t = useText();
  if (props.rollouts.length === 0) {
    return (
      <StateMessage
        icon={RiGitPullRequestLine}
        title={t('rollouts.emptyTitle')}
        description={t('rollouts.emptyDescription')}
      />
    );
  }
  return (
    <Flex direction="column" gap="4">
      {props.rollouts.map(rollout => (
        <RolloutCard
          key={rollout.id}
          rollout={rollout}
          onChanged={props.onChanged}
        />
      ))}
    </Flex>
  );
}
