import { TextField } from '@backstage/ui';
import { useText } from '../../hooks/useText';
import { FieldNote } from '../FieldNote';
import { controlProps } from '../controlProps';
import styles from '../fields.module.css';
import { TenantNameProps } from './schema';
import { NameCheck, useNameCheck } from './useNameCheck';

/** The name of a new tenant; says while typing whether it is well formed and free. */
export function TenantName(props: TenantNameProps) {
  const { formData: name = '', onChange, uiSchema, rawErrors } = props;
  const check = useNameCheck(name);
  return (
    <div className={styles.field}>
      <TextField
        {...controlProps(props)}
        isInvalid={
          check.state === 'malformed' ||
          check.state === 'unavailable' ||
          Boolean(rawErrors?.length)
        }
        autoComplete="off"
        // Only where the template's author asks for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={Boolean(uiSchema?.['ui:autofocus'])}
        spellCheck="false"
        value={name}
        onChange={value => onChange(value === '' ? undefined : value)}
      />
      <NameNote name={name} check={check} />
    </div>
  );
}

function NameNote({ name, check }: { name: string; check: NameCheck }) {
  const t = useText();
  switch (check.state) {
    case 'malformed':
      return <FieldNote tone="bad">{check.message}</FieldNote>;
    case 'checking':
      return <FieldNote tone="busy">{t('fields.name.checking')}</FieldNote>;
    case 'free':
      return (
        <FieldNote tone="good">{t('fields.name.free', { name })}</FieldNote>
      );
    case 'unavailable':
      return (
        <FieldNote tone="bad">
          {check.message ?? t('fields.name.unavailable', { name })}
        </FieldNote>
      );
    case 'unchecked':
      return (
        <FieldNote tone="info">
          {t('fields.name.unchecked', { reason: check.reason })}
        </FieldNote>
      );
    default:
      return null;
  }
}
