import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject } from '@backstage/types';
import type { TenantsApi } from '@tenantry/plugin-tenants-common';
import { renderWithApi } from './renderWithApi';

/** Shows form fields in the scaffolder's own stepper; answers with what would be created. */
export function renderForm(options: {
  api: TenantsApi;
  fields: FormField[];
  properties: JsonObject;
  initialState?: Record<string, any>;
}) {
  const onCreate = jest.fn().mockResolvedValue(undefined);
  renderWithApi(
    <Stepper
      manifest={{
        title: 'Form',
        steps: [{ title: 'Step', schema: { properties: options.properties } }],
      }}
      // A field is opaque to everybody but the scaffolder, which reads just these options.
      extensions={
        options.fields as (FormField & FieldExtensionOptions<any, any>)[]
      }
      initialState={options.initialState}
      onCreate={onCreate}
    />,
    { api: options.api },
  );
  return { onCreate };
}
