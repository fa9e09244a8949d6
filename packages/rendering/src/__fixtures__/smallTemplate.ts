import { stringify } from 'yaml';
import { loadTemplate, TenantTemplate } from '../template';

/** A template of the fewest fields, with the given files by their path in the skeleton. */
export function smallTemplate(
  skeleton: Record<string, string>,
  pullRequest?: string,
): TenantTemplate {
  const descriptor = {
    metadata: {
      name: 'small',
      title: 'Small template',
      annotations: { 'tenantry.dev/template-version': '1.0.0' },
    },
    spec: {
      parameters: {
        required: ['client', 'environments'],
        properties: {
          client: { type: 'string' },
          environments: { type: 'array', items: { type: 'string' } },
          note: { title: 'Note', type: 'string' },
        },
      },
    },
  };
  return loadTemplate([
    { path: 'template.yaml', content: stringify(descriptor) },
    ...Object.entries(skeleton).map(([path, content]) => ({
      path: `skeleton/${path}`,
      content,
    })),
    ...(pullRequest ? [{ path: 'pull-request.md', content: pullRequest }] : []),
  ]);
}
