import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { FieldNote } from '../FieldNote';
import { controlProps } from '../controlProps';
import styles from '../fields.module.css';
import { parseEntries } from '../parseEntries';
import { TenantTextListProps } from './schema';

/** Short texts without blanks, such as e-mail addresses, that may be typed or pasted. */
export function TenantTextList(props: TenantTextListProps) {
  const { formData, onChange, schema, rawErrors } = props;
  const t = useText();
  // What is typed is kept as typed; rewriting it would move the cursor.
  const [text, setText] = useState((formData ?? []).filter(Boolean).join('\n'));
  const { title, description, pattern } = itemsOf(schema);
  const refused = parseEntries(text).filter(
    entry => pattern !== undefined && !new RegExp(pattern).test(entry),
  );
  return (
    <div className={styles.field}>
      <TextAreaField
        {...controlProps(props)}
        rows={2}
        spellCheck="false"
        isInvalid={refused.length > 0 || Boolean(rawErrors?.length)}
        value={text}
        onChange={value => {
          setText(value);
          onChange(parseEntries(value));
        }}
      />
      {refused.map(entry => (
        <FieldNote key={entry} tone="bad">
          {t('fields.text.refused', {
            value: entry,
            title: title ?? '',
            description: description ?? '',
          })}
        </FieldNote>
      ))}
    </div>
  );
}

function itemsOf({ items }: TenantTextListProps['schema']) {
  return typeof items === 'object' && !Array.isArray(items) ? items : {};
}
