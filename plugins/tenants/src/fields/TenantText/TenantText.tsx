import { TextField } from '@backstage/ui';
import { explainPlainText } from '@tenantry/plugin-tenants-common';
import { useText, type Text } from '../../hooks/useText';
import { FieldNote } from '../FieldNote';
import { controlProps } from '../controlProps';
import styles from '../fields.module.css';
import { TenantTextProps } from './schema';

/** One line of plain text; says while typing which rule it breaks, in the words of the form. */
export function TenantText(props: TenantTextProps) {
  const t = useText();
  const { formData: text = '', onChange, schema, rawErrors } = props;
  const problem = explain(text, schema, t);
  return (
    <div className={styles.field}>
      <TextField
        {...controlProps(props)}
        isInvalid={Boolean(problem) || Boolean(rawErrors?.length)}
        autoComplete="off"
        value={text}
        onChange={value => onChange(value === '' ? undefined : value)}
      />
      {problem && <FieldNote tone="bad">{problem}</FieldNote>}
    </div>
  );
}

function explain(
  text: string,
  { pattern, maxLength, title, description }: TenantTextProps['schema'],
  t: Text,
): string | undefined {
  if (text === '') {
    return undefined;
  }
  const fits =
    text.length <= (maxLength ?? Infinity) &&
    (pattern === undefined || new RegExp(pattern).test(text));
  return (
    explainPlainText(text) ??
    (fits
      ? undefined
      : t('fields.text.refused', {
          value: text,
          title: title ?? '',
          description: description ?? '',
        }))
  );
}
