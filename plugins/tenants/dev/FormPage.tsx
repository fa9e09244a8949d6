import { Container } from '@backstage/ui';
import type {
  FieldExtensionOptions,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { tenantAllowListField } from '../src/fields/TenantAllowList';
import { tenantChangePreviewField } from '../src/fields/TenantChangePreview';
import { tenantEnvironmentsField } from '../src/fields/TenantEnvironments';
import { tenantNameField } from '../src/fields/TenantName';

const manifest: TemplateParameterSchema = {
  title: 'New client',
  steps: [
    {
      title: 'Client',
      schema: {
        required: ['client', 'environments'],
        properties: {
          client: {
            title: 'Client name',
            description: 'The short name in namespaces and host names.',
            type: 'string',
            'ui:field': 'TenantName',
          },
          environments: {
            title: 'Environments',
            description: 'Where the client gets its nodes.',
            type: 'array',
            items: { type: 'string' },
            'ui:field': 'TenantEnvironments',
          },
          allowList: {
            title: 'IP allow-list',
            description: 'Networks that may connect.',
            type: 'object',
            default: {},
            additionalProperties: { type: 'array', items: { type: 'string' } },
            'ui:field': 'TenantAllowList',
          },
        },
      },
    },
    {
      title: 'Files',
      schema: {
        properties: {
          preview: {
            title: 'Files to be written',
            type: 'null',
            'ui:field': 'TenantChangePreview',
            'ui:options': { templateRef: 'template:default/new-client' },
          },
        },
      },
    },
  ],
};

/** A form field is opaque to everybody but the scaffolder, which reads just these options. */
const extensions = [
  tenantNameField,
  tenantEnvironmentsField,
  tenantAllowListField,
  tenantChangePreviewField,
] as (FormField & FieldExtensionOptions<any, any>)[];

/** The form fields as a template shows them. */
export function FormPage() {
  return (
    <Container pt="4">
      <Stepper
        manifest={manifest}
        extensions={extensions}
        onCreate={async () => {}}
      />
    </Container>
  );
}
