import { Combobox, useAsyncList } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { TenantSummary } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../../api';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldNote } from '../FieldNote';
import styles from '../fields.module.css';
import { TenantPickerProps } from './schema';

const pageSize = 50;

/** One of the tenants that the user may see, found by any text that the fleet page finds it by. */
export function TenantPicker(props: TenantPickerProps) {
  const { schema, formData, onChange, required, disabled } = props;
  const t = useText();
  const tenants = useTenantOptions();
  return (
    <div className={styles.field}>
      <Combobox
        label={schema.title}
        description={schema.description}
        isRequired={required}
        isDisabled={disabled}
        placeholder={t('fields.tenant.placeholder')}
        options={tenants}
        search={{ mode: 'server' }}
        value={formData ? { id: formData, label: formData } : null}
        onChange={option => onChange(option?.id)}
      />
      {tenants.error && (
        <FieldNote tone="bad">
          {t('fields.tenant.failed', {
            reason: failureMessage(tenants.error),
          })}
        </FieldNote>
      )}
    </div>
  );
}

interface TenantOption {
  id: string;
  label: string;
  description?: string;
}

function useTenantOptions() {
  const api = useApi(tenantsApiRef);
  return useAsyncList<TenantOption>({
    load: async ({ signal, filterText, cursor }) => {
      const { items, nextCursor } = await api.listTenants(
        { q: filterText || undefined, order: 'name', limit: pageSize, cursor },
        { signal },
      );
      return { items: items.map(optionOf), cursor: nextCursor };
    },
  });
}

function optionOf({ name, title }: TenantSummary): TenantOption {
  return {
    id: name,
    label: name,
    ...(title === name ? {} : { description: title }),
  };
}
