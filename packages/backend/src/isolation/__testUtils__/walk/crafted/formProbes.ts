import { ClientNames } from '../Client';
import { Probe } from '../Probe';
import { get, post } from './probes';

/** A form that clients may use, filled in for the client. */
export function changeOf({
  tenant,
  environment,
}: Pick<ClientNames, 'tenant' | 'environment'>) {
  return {
    templateRef: 'template:default/change-allow-list',
    values: {
      client: tenant,
      environments: [environment],
      allowList: { [environment]: ['192.0.2.0/24'] },
    },
  };
}

/** Forms, tasks and autocompletion with the names of a client. */
export function formProbes(names: ClientNames): Probe[] {
  const { tenant, user, taskId, namespace } = names;
  const templateRef = 'template:default/new-canton-client';
  const form = changeOf(names);
  const prefilled = encodeURIComponent(JSON.stringify({ client: tenant }));
  return [
    get(
      'scaffolder',
      '/v2/tasks',
      `/v2/tasks?createdBy=user:default/${user}&createdBy=${tenant}`,
    ),
    get('scaffolder', '/v2/tasks', `/v2/tasks?createdBy=user:default/${user}`),
    get('scaffolder', '/v2/tasks', '/v2/tasks?limit=1&offset=0'),
    get(
      'scaffolder',
      '/v2/tasks/:taskId/events',
      `/v2/tasks/${taskId}/events?after=0`,
    ),
    get(
      'scaffolder',
      '/v2/templates/:namespace/:kind/:name/parameter-schema',
      `/v2/templates/default/template/change-allow-list/parameter-schema?formData=${prefilled}`,
    ),
    post('tenants', '/v1/changes/preview', form),
    post('tenants', '/v1/changes/preview', { ...form, templateRef }),
    post('tenants', '/v1/changes/preview', {
      ...form,
      values: { ...form.values, client: [tenant] },
    }),
    post('tenants', '/v1/changes/preview', {
      ...form,
      values: { ...form.values, client: `../${tenant}` },
    }),
    post('tenants', '/v1/rollouts/plan', {
      templateRef: form.templateRef,
      environment: names.environment,
      tenants: [tenant],
      values: {},
    }),
    post('scaffolder', '/v2/autocomplete/tenantry/tenants', {
      token: tenant,
      context: { tenant, namespace },
    }),
    post('scaffolder', '/v2/dry-run', {
      template: { steps: [] },
      values: form.values,
      directoryContents: [],
    }),
    post('scaffolder', '/v2/tasks', { templateRef, values: form.values }),
  ];
}
