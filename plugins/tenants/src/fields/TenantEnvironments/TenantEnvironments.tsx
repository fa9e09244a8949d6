import { Checkbox, CheckboxGroup, Skeleton, Text } from '@backstage/ui';
import type { EnvironmentOption } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldFailure, FieldNote } from '../FieldNote';
import { TenantEnvironmentsProps } from './schema';
import { useOfferedEnvironments } from './useOfferedEnvironments';

/** Environments of a tenant, chosen from those that the form offers. */
export function TenantEnvironments(props: TenantEnvironmentsProps) {
  const t = useText();
  const { options, error, needsTenant, refresh } =
    useOfferedEnvironments(props);
  if (needsTenant) {
    return (
      <FieldNote tone="info">{t('fields.environments.chooseTenant')}</FieldNote>
    );
  }
  if (error) {
    return (
      <FieldFailure
        message={t('fields.environments.failed', {
          reason: failureMessage(error),
        })}
        onRetry={refresh}
      />
    );
  }
  if (!options) {
    return (
      <div role="status" aria-label={t('fields.environments.loading')}>
        <Skeleton width="100%" height="5rem" />
      </div>
    );
  }
  if (options.length === 0) {
    const mode = props.uiSchema['ui:options']?.mode ?? 'any';
    return (
      <FieldNote tone="bad">{t(`fields.environments.none.${mode}`)}</FieldNote>
    );
  }
  return <Choices {...props} options={options} />;
}

function Choices(
  props: TenantEnvironmentsProps & { options: EnvironmentOption[] },
) {
  const {
    schema,
    formData = [],
    onChange,
    options,
    required,
    disabled,
  } = props;
  return (
    <CheckboxGroup
      label={schema.title}
      description={schema.description}
      isRequired={required}
      validationBehavior="aria"
      isDisabled={disabled}
      value={formData}
      onChange={chosen =>
        onChange(
          options.map(({ name }) => name).filter(name => chosen.includes(name)),
        )
      }
    >
      {options.map(option => (
        <Checkbox key={option.name} value={option.name}>
          <Choice option={option} />
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}

function Choice({ option }: { option: EnvironmentOption }) {
  const t = useText();
  const { name, title, version } = option;
  const details = [
    ...(title === name ? [] : [name]),
    ...(version ? [t('fields.environments.version', { version })] : []),
  ];
  return (
    <>
      {title}{' '}
      <Text variant="body-small" color="secondary">
        {details.join(', ')}
      </Text>
    </>
  );
}
