import { Text } from '@backstage/ui';
import type { ComponentStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { Checks } from '../Checks';
import { HealthStatus } from '../HealthStatus';
import styles from './Diagram.module.css';

/** The checks of a part, and how the parts are with which it hangs together. */
export function ComponentDetails(props: {
  component: ComponentStatus;
  /** All parts of the environment. */
  components: ComponentStatus[];
}) {
  const { component, components } = props;
  const t = useText();
  const named = (names: string[] = []) =>
    components.filter(({ name }) => names.includes(name));
  return (
    <>
      <Checks component={component} />
      <Parts
        title={t('diagram.dependsOn')}
        parts={named(component.dependsOn)}
      />
      <Parts title={t('diagram.provides')} parts={named(component.provides)} />
    </>
  );
}

function Parts(props: { title: string; parts: ComponentStatus[] }) {
  const { title, parts } = props;
  return parts.length > 0 ? (
    <div className={styles.parts}>
      <Text as="h3" weight="bold">
        {title}
      </Text>
      <ul className={styles.boxes} aria-label={title}>
        {parts.map(part => (
          <li key={part.name} className={styles.part}>
            <HealthStatus health={part.health} /> <Text>{part.title}</Text>
          </li>
        ))}
      </ul>
    </div>
  ) : null;
}
