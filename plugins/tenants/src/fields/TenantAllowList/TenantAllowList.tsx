import { useEffect } from 'react';
import { FieldLabel, Flex, Skeleton } from '@backstage/ui';
import type { EnvironmentOption } from '@tenantry/plugin-tenants-common';
import { useEnvironments } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldNote } from '../FieldNote';
import { formValues } from '../formTenant';
import { EnvironmentAllowList } from './EnvironmentAllowList';
import { ExistingAllowList } from './ExistingAllowList';
import { AllowLists, TenantAllowListProps } from './schema';
import { useDropUnchosen } from './useDropUnchosen';

const noLists: AllowLists = {};

/** One list of addresses for each environment that the form has chosen. */
export function TenantAllowList(props: TenantAllowListProps) {
  const { formData, onChange, schema, formContext } = props;
  const lists = formData ?? noLists;
  const t = useText();
  const existing = props.uiSchema['ui:options']?.mode === 'existing';
  const { tenant, environments } = formValues(formContext);
  const { data: options, error } = useEnvironments();
  useDropUnchosen({
    lists,
    tenant: existing ? tenant : undefined,
    environments,
    onChange,
  });
  useEffect(() => {
    // Without a value, the scaffolder would not call the field's validation.
    if (!formData) {
      onChange(noLists);
    }
  }, [formData, onChange]);
  return (
    <Flex direction="column" gap="3">
      <FieldLabel label={schema.title} description={schema.description} />
      {environments.length === 0 && (
        <FieldNote tone="info">
          {t('fields.allowList.chooseEnvironments')}
        </FieldNote>
      )}
      {error && (
        <FieldNote tone="bad">
          {t('fields.environments.failed', { reason: failureMessage(error) })}
        </FieldNote>
      )}
      {!options && !error && <Skeleton width="100%" height="5rem" />}
      {options
        ?.filter(({ name }) => environments.includes(name))
        .map(option => (
          <OneAllowList
            key={`${existing ? tenant : ''} ${option.name}`}
            tenant={existing ? tenant : undefined}
            environment={option}
            lists={lists}
            onChange={onChange}
          />
        ))}
    </Flex>
  );
}

function OneAllowList(props: {
  /** Of an environment that it has already. */
  tenant: string | undefined;
  environment: EnvironmentOption;
  lists: AllowLists;
  onChange: (lists: AllowLists) => void;
}) {
  const { tenant, environment, lists, onChange } = props;
  const { [environment.name]: entries, ...others } = lists;
  return tenant ? (
    <ExistingAllowList
      tenant={tenant}
      environment={environment}
      entries={entries}
      onChange={next => onChange({ ...others, [environment.name]: next })}
    />
  ) : (
    <EnvironmentAllowList
      environment={environment}
      entries={entries ?? []}
      onChange={next =>
        onChange(
          next.length > 0 ? { ...others, [environment.name]: next } : others,
        )
      }
    />
  );
}
