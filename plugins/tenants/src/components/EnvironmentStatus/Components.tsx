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

const needsNoAttention = new Set(['Healthy', 'Suspended']);

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
    <Accordion defaultExpanded={!needsNoAttention.has(component.health)}>
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
