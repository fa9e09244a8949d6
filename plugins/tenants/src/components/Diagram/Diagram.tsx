import { Text } from '@backstage/ui';
import { RiUserLine } from '@remixicon/react';
import type {
  ComponentStatus,
  Endpoint,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { Section } from '../Section';
import { DiagramBox } from './DiagramBox';
import { laneNames, lanesOf } from './lanes';
import styles from './Diagram.module.css';

/** The way of a request through the environment, each part with its health. */
export function Diagram(props: {
  components: ComponentStatus[];
  endpoints: Endpoint[];
}) {
  const { components, endpoints } = props;
  const t = useText();
  if (components.length === 0) {
    return null;
  }
  const lanes = lanesOf(components, endpoints);
  return (
    <Section title={t('diagram.title')}>
      <ol className={styles.lanes}>
        {endpoints.length > 0 && (
          <li className={styles.lane}>
            <span className={styles.clients}>
              <RiUserLine className={styles.icon} aria-hidden />
              <Text>{t('diagram.clients')}</Text>
            </span>
          </li>
        )}
        {laneNames
          .filter(lane => lanes[lane].length > 0)
          .map(lane => (
            <li
              key={lane}
              className={lane === 'beside' ? styles.beside : styles.lane}
            >
              <Text variant="body-small" color="secondary">
                {t(`diagram.lanes.${lane}`)}
              </Text>
              <ul
                className={styles.boxes}
                aria-label={t(`diagram.lanes.${lane}`)}
              >
                {lanes[lane].map(component => (
                  <li key={component.name}>
                    <DiagramBox component={component} components={components} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ol>
    </Section>
  );
}
