import { useEffect } from 'react';
import { FieldLabel, Flex, Skeleton } from '@backstage/ui';
import { useEnvironments } from '../../hooks/queries';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldNote } from '../FieldNote';
import { EnvironmentAllowList } from './EnvironmentAllowList';
import { AllowLists, TenantAllowListProps } from './schema';

/** One list of addresses for each environment that the form has chosen. */
export function TenantAllowList(props: TenantAllowListProps) {
  const { formData: lists = {}, onChange, schema, formContext } = props;
  const t = useText();
  const chosen = chosenEnvironments(formContext);
  const { data: options, error } = useEnvironments();
  useDropUnchosen(lists, chosen, onChange);
  return (
    <Flex direction="column" gap="3">
      <FieldLabel label={schema.title} description={schema.description} />
      {chosen.length === 0 && (
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
        ?.filter(({ name }) => chosen.includes(name))
        .map(option => (
          <EnvironmentAllowList
            key={option.name}
            environment={option}
            entries={lists[option.name] ?? []}
            onChange={entries =>
              onChange(withList(lists, option.name, entries))
            }
          />
        ))}
    </Flex>
  );
}

/** An environment that was chosen and then left out must not leave its addresses behind. */
function useDropUnchosen(
  lists: AllowLists,
  chosen: string[],
  onChange: (lists: AllowLists) => void,
): void {
  useEffect(() => {
    const kept = Object.entries(lists).filter(([name]) =>
      chosen.includes(name),
    );
    if (kept.length < Object.keys(lists).length) {
      onChange(Object.fromEntries(kept));
    }
  }, [lists, chosen, onChange]);
}

function withList(
  lists: AllowLists,
  environment: string,
  entries: string[],
): AllowLists {
  const { [environment]: _replaced, ...others } = lists;
  return entries.length > 0 ? { ...others, [environment]: entries } : others;
}

function chosenEnvironments(formContext: unknown): string[] {
  const { formData } = formContext as {
    formData?: { environments?: unknown };
  };
  const { environments } = formData ?? {};
  return Array.isArray(environments) ? environments.map(String) : [];
}
