import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import {
  explainAllowList,
  type EnvironmentOption,
} from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { FieldNote } from '../FieldNote';
import styles from '../fields.module.css';
import { parseEntries } from '../parseEntries';

/** The addresses of one environment, as text that may be typed or pasted. */
export function EnvironmentAllowList(props: {
  environment: EnvironmentOption;
  entries: string[];
  onChange: (entries: string[]) => void;
}) {
  const { environment, entries, onChange } = props;
  const t = useText();
  // What is typed is kept as typed; rewriting it would move the cursor.
  const [text, setText] = useState(entries.join('\n'));
  const findings = explainAllowList(entries, environment.allowList);
  return (
    <div className={styles.field}>
      <TextAreaField
        label={t('fields.allowList.label', { environment: environment.title })}
        description={t('fields.allowList.description')}
        rows={4}
        spellCheck="false"
        validationBehavior="aria"
        isInvalid={findings.length > 0}
        value={text}
        onChange={value => {
          setText(value);
          onChange(parseEntries(value));
        }}
      />
      {entries.length === 0 && (
        <FieldNote tone="info">
          {t('fields.allowList.emptyDescription', {
            environment: environment.title,
          })}
        </FieldNote>
      )}
      {findings.map(({ index, message }) => (
        <FieldNote key={`${index} ${message}`} tone="bad">
          {message}
        </FieldNote>
      ))}
      {entries.length > 0 && findings.length === 0 && (
        <FieldNote tone="good">
          {t('fields.allowList.count', { count: entries.length })}
        </FieldNote>
      )}
    </div>
  );
}
