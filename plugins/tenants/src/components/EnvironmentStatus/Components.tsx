import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Flex,
  Text,
} from '@backstage/ui';
import type { ComponentStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { Checks } from '../Checks';
import { HealthStatus } from '../HealthStatus';
import { Section } from '../Section';
import styles from './EnvironmentStatus.module.css';

/** The parts of the environment; those that are unwell stand open. */
export function Components(props: { components: ComponentStatus[] }) {
  const t = useText();
  return (
    <Section title={t('components.title')}>
      {props.components.length > 0 ? (
        <Flex direction="column" gap="3">
          {props.components.map(component => (
            <Component key={component.name} component={component} />
          ))}
        </Flex>
      ) : (
        <Text color="secondary">{t('components.empty')}</Text>
      )}
    </Section>
  );
}

function Component({ component }: { component: ComponentStatus }) {
  return (
    <Accordion defaultExpanded={needsAttention(component)}>
      <AccordionTrigger>
        <span className={styles.componentTitle}>
          <HealthStatus health={component.health} />
          <Text weight="bold">{component.title}</Text>
          <Text variant="body-small" color="secondary">
            {component.type}
          </Text>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <Checks component={component} />
      </AccordionPanel>
    </Accordion>
  );
}

/** A part without checks has no more to say: it is as its provider is, or nothing is known of it. */
function needsAttention({ health, checks }: ComponentStatus): boolean {
  const isWell = health === 'Healthy' || health === 'Suspended';
  return !isWell && checks.length > 0;
}
