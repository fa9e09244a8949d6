import type { AnyApiRef, ApiHolder } from '@backstage/frontend-plugin-api';
import { translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { createFieldValidation } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldValidation } from '@rjsf/utils';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { tenantsApiRef } from '../api';

interface ValidationContext {
  apiHolder: ApiHolder;
  formData: Record<string, unknown>;
}

/** Calls a validation function as the scaffolder does; answers with the errors that it found. */
export async function errorsOf(
  api: TenantsApi,
  validate: (
    field: FieldValidation,
    context: ValidationContext,
  ) => Promise<void>,
  formData: Record<string, unknown> = {},
): Promise<string[]> {
  const implementations = new Map<string, unknown>([
    [tenantsApiRef.id, api],
    [translationApiRef.id, mockApis.translation()],
  ]);
  const apiHolder = {
    get: (ref: AnyApiRef) => implementations.get(ref.id),
  } as ApiHolder;
  const field = createFieldValidation();
  await validate(field, { apiHolder, formData });
  return field.__errors ?? [];
}
