import { Text, VisuallyHidden } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { RelativeTime } from '../RelativeTime';
import type { ChangeStep } from './changeStepsOf';
import { stepIcons } from './stageLooks';
import styles from './Timeline.module.css';

/** Steps in their order, each with its state and its time. */
export function ChangeSteps(props: { label: string; steps: ChangeStep[] }) {
  const { label, steps } = props;
  return steps.length > 0 ? (
    <ol className={styles.steps} aria-label={label}>
      {steps.map(step => (
        <Step key={step.name} step={step} />
      ))}
    </ol>
  ) : null;
}

function Step({ step: { name, state, at } }: { step: ChangeStep }) {
  const t = useText();
  const Icon = stepIcons[state];
  return (
    <li className={styles.step} data-state={state}>
      <Icon className={styles.stepIcon} aria-hidden />
      <Text variant="body-small">
        {t(`timeline.steps.${name}`)}{' '}
        {at ? (
          <RelativeTime at={at} />
        ) : (
          <VisuallyHidden>{t(`timeline.stepStates.${state}`)}</VisuallyHidden>
        )}
      </Text>
    </li>
  );
}
