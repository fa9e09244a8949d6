import { FieldLabel } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { LoadingRows } from '../../components/PageState';
import { tenantsApiRef } from '../../api';
import { useDebouncedValue } from '../../hooks/useDebouncedValue';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useText } from '../../hooks/useText';
import { failureMessage } from '../../lib/errors';
import { FieldFailure } from '../FieldNote';
import { useNullValue } from '../useNullValue';
import { ChangeFiles } from './ChangeFiles';
import { ChangeFindings } from './ChangeFindings';
import {
  changeValues,
  TenantChangePreviewProps,
  templateRefOf,
} from './schema';

const typingPauseMs = 400;

/** Exactly which files the form will have written, or why it cannot be. */
export function TenantChangePreview(props: TenantChangePreviewProps) {
  const { formData, onChange, schema, uiSchema, formContext } = props;
  useNullValue(formData, onChange);
  return (
    <div>
      <FieldLabel label={schema.title} description={schema.description} />
      <Preview
        templateRef={templateRefOf(uiSchema)}
        values={changeValues(formContext?.formData ?? {})}
      />
    </div>
  );
}

function Preview(props: {
  templateRef: string;
  values: Record<string, unknown>;
}) {
  const t = useText();
  const { data, error, isStale, refresh } = usePreview(props);
  if (error) {
    return (
      <FieldFailure
        message={t('fields.preview.failed', { reason: failureMessage(error) })}
        onRetry={refresh}
      />
    );
  }
  if (!data || isStale) {
    return <LoadingRows label={t('fields.preview.loading')} rows={6} />;
  }
  return data.findings.length > 0 ? (
    <ChangeFindings findings={data.findings} />
  ) : (
    <ChangeFiles preview={data} />
  );
}

function usePreview(request: {
  templateRef: string;
  values: Record<string, unknown>;
}) {
  const api = useApi(tenantsApiRef);
  const key = useDebouncedValue(JSON.stringify(request), typingPauseMs);
  return useLiveQuery(key, signal =>
    api.previewChange(JSON.parse(key), { signal }),
  );
}
