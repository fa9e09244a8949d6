import { Text } from '@backstage/ui';
import type {
  ChangeInEnvironment,
  TrackedChange,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { StatusPill } from '../StatusPill';
import { ChangeLink } from './ChangeLink';
import { ChangeSteps } from './ChangeSteps';
import { environmentSteps, gitSteps } from './changeStepsOf';
import { stageLooks } from './stageLooks';
import styles from './Timeline.module.css';

/** A change, how far it has come in each environment, and when it took its steps. */
export function ChangeRow({ tracked }: { tracked: TrackedChange }) {
  const { change, wave, environments } = tracked;
  const t = useText();
  return (
    <div className={styles.change}>
      <Text as="p" weight="bold">
        {change.title}
      </Text>
      <ChangeLink change={change} />
      {wave && (
        <Text variant="body-small" color="secondary">
          {t('timeline.wave', {
            number: `${wave.number}`,
            rollout: wave.rollout,
          })}
        </Text>
      )}
      <ChangeSteps label={t('timeline.gitSteps')} steps={gitSteps(tracked)} />
      <ul className={styles.places} aria-label={t('timeline.placesLabel')}>
        {environments.map(place => (
          <ChangePlace key={place.environment} place={place} />
        ))}
      </ul>
    </div>
  );
}

function ChangePlace({ place }: { place: ChangeInEnvironment }) {
  const { environment, stage, message } = place;
  const t = useText();
  return (
    <li className={styles.place}>
      <span className={styles.stage}>
        <Text weight="bold">{environment}</Text>
        <StatusPill {...stageLooks[stage]}>
          {t(`timeline.stages.${stage}`)}
        </StatusPill>
      </span>
      <ChangeSteps
        label={t('timeline.placeSteps', { environment })}
        steps={environmentSteps(place)}
      />
      {message && <Text variant="body-small">{message}</Text>}
    </li>
  );
}
