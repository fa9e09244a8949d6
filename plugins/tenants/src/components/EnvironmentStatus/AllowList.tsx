import { Text } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { CopyButton } from '../CopyButton';
import { Section } from '../Section';
import styles from './EnvironmentStatus.module.css';

/** The addresses that Git lets in, and where the cluster differs. */
export function AllowList(props: {
  /** CIDRs in Git, or the first of them. */
  entries: string[];
  /** Number of CIDRs in Git. */
  total: number;
  /** CIDRs that the cluster lets in; absent when not known. */
  inForce?: string[];
}) {
  const t = useText();
  const { entries, total, inForce } = props;
  const missing = Math.max(total - entries.length, 0);
  return (
    <Section
      title={t('allowList.title')}
      actions={
        entries.length > 0 &&
        missing === 0 && (
          <CopyButton text={entries.join('\n')} what={t('allowList.all')} />
        )
      }
    >
      {entries.length > 0 ? (
        <Addresses entries={entries} />
      ) : (
        <Text as="p">{t('allowList.empty')}</Text>
      )}
      {missing > 0 && (
        <Text as="p" color="secondary">
          {t('allowList.more', { count: missing })}
        </Text>
      )}
      {inForce && <Differences entries={entries} inForce={inForce} />}
    </Section>
  );
}

function Addresses({ entries }: { entries: string[] }) {
  return (
    <ul className={styles.list}>
      {entries.map(entry => (
        <li key={entry} className={styles.mono}>
          {entry}
        </li>
      ))}
    </ul>
  );
}

function Differences(props: { entries: string[]; inForce: string[] }) {
  const t = useText();
  const inGit = new Set(props.entries);
  const inForce = new Set(props.inForce);
  const differences = {
    onlyInForce: [...inForce].filter(entry => !inGit.has(entry)),
    onlyInGit: [...inGit].filter(entry => !inForce.has(entry)),
  };
  if (Object.values(differences).every(({ length }) => length === 0)) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('allowList.same')}
      </Text>
    );
  }
  return (['onlyInForce', 'onlyInGit'] as const).map(
    kind =>
      differences[kind].length > 0 && (
        <div key={kind} className={styles.factList}>
          <Text as="h4" weight="bold" color="danger">
            {t(`allowList.${kind}`)}
          </Text>
          <Addresses entries={differences[kind]} />
        </div>
      ),
  );
}
