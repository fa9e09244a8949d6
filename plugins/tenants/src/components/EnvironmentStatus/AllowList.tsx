import { Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { Section } from '../Section';
import styles from './EnvironmentStatus.module.css';

/** The addresses that Git lets in. */
export function AllowList(props: { entries: string[] }) {
  const t = useText();
  const { entries } = props;
  if (entries.length === 0) {
    return (
      <Section title={t('allowList.title')}>
        <Text>{t('allowList.empty')}</Text>
      </Section>
    );
  }
  return (
    <Section
      title={t('allowList.title')}
      actions={
        <CopyButton text={entries.join('\n')} what={t('allowList.all')} />
      }
    >
      <ul className={styles.list}>
        {entries.map(entry => (
          <li key={entry} className={styles.mono}>
            {entry}
          </li>
        ))}
      </ul>
    </Section>
  );
}
