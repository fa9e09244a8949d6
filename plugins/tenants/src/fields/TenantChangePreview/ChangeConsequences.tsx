import type {
  ChangePreview,
  PrunedObject,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { FieldNote } from '../FieldNote';
import styles from './TenantChangePreview.module.css';

const maximumShown = 50;

/** What a reviewer should know of a change, and what it will delete from the clusters. */
export function ChangeConsequences(props: {
  preview: Pick<ChangePreview, 'notes' | 'pruned'>;
}) {
  const { notes, pruned } = props.preview;
  const t = useText();
  return (
    <>
      {notes.length > 0 && (
        <FieldNote tone="info">
          {t('fields.preview.notesTitle')}
          <ul className={styles.findings}>
            {notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </FieldNote>
      )}
      {pruned.length > 0 && (
        <FieldNote tone="bad">
          {t('fields.preview.prunedTitle')}
          <ul className={styles.findings}>
            {pruned
              .slice(0, maximumShown)
              .map(describe)
              .map(text => (
                <li key={text}>
                  <code>{text}</code>
                </li>
              ))}
            {pruned.length > maximumShown && (
              <li>
                {t('fields.preview.prunedMore', {
                  count: pruned.length - maximumShown,
                })}
              </li>
            )}
          </ul>
        </FieldNote>
      )}
    </>
  );
}

function describe({ cluster, namespace, kind, name }: PrunedObject): string {
  return [cluster, namespace, `${kind}/${name}`].filter(Boolean).join(' · ');
}
