import {
  Accordion,
  AccordionGroup,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import {
  RiDeleteBinLine,
  RiFileAddLine,
  RiFileEditLine,
} from '@remixicon/react';
import type {
  ChangePreview,
  FileChange,
} from '@tenantry/plugin-tenants-common';
import { StatusPill } from '../../components/StatusPill';
import { useText } from '../../hooks/useText';
import { FieldNote } from '../FieldNote';
import { ChangeConsequences } from './ChangeConsequences';
import { FileDiff } from './FileDiff';
import styles from './TenantChangePreview.module.css';

const operations = {
  create: { icon: RiFileAddLine, tone: 'positive' },
  update: { icon: RiFileEditLine, tone: 'info' },
  delete: { icon: RiDeleteBinLine, tone: 'negative' },
} as const;

/** The files of a change; each opens to show what becomes of it. */
export function ChangeFiles(props: { preview: ChangePreview }) {
  const t = useText();
  const { title, files } = props.preview;
  return (
    <section aria-label={t('fields.preview.filesLabel')}>
      <FieldNote tone="good">
        {t('fields.preview.title', { title, count: files.length })}
      </FieldNote>
      <ChangeConsequences preview={props.preview} />
      <AccordionGroup allowsMultiple className={styles.files}>
        {files.map(file => (
          <ChangedFile key={file.path} file={file} />
        ))}
      </AccordionGroup>
    </section>
  );
}

function ChangedFile({ file }: { file: FileChange }) {
  const t = useText();
  return (
    <Accordion>
      <AccordionTrigger>
        <span className={styles.file}>
          <StatusPill {...operations[file.operation]}>
            {t(`fields.preview.operation.${file.operation}`)}
          </StatusPill>
          <code className={styles.path}>{file.path}</code>
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <FileContent file={file} />
      </AccordionPanel>
    </Accordion>
  );
}

function FileContent({ file }: { file: FileChange }) {
  const t = useText();
  const { operation, content, previousContent } = file;
  if (operation === 'delete') {
    return <Text>{t('fields.preview.deleted')}</Text>;
  }
  if (content === undefined) {
    return <Text>{t('fields.preview.tooLarge')}</Text>;
  }
  return previousContent === undefined ? (
    <pre className={styles.content}>{content}</pre>
  ) : (
    <FileDiff file={file} />
  );
}
