import { Select } from '@backstage/ui';
import styles from './FleetPage.module.css';

/** Stands for no choice; no name in the registry can be spelled so. */
const all = '*';

/** One choice among names; what is chosen stays to be seen even if it is not offered any more. */
export function FilterSelect(props: {
  label: string;
  allLabel: string;
  options: { id: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { label, allLabel, options, value, onChange } = props;
  const isOffered = options.some(({ id }) => id === value);
  return (
    <Select
      aria-label={label}
      className={styles.filter}
      options={[
        { id: all, label: allLabel },
        ...options,
        ...(value && !isOffered ? [{ id: value, label: value }] : []),
      ]}
      value={value ?? all}
      onChange={chosen => onChange(chosen === all ? undefined : String(chosen))}
    />
  );
}
