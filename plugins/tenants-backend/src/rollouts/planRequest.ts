import { InputError } from '@backstage/errors';
import { RolloutPlan, RolloutRequest } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { isUpToDate, TenantTemplate } from '@tenantry/rendering';
import { planRollout } from './planRollout';

/**
 * Checks a request against the template that it names, and divides the tenants into waves.
 *
 * @throws InputError naming the field when the request cannot be carried out.
 */
export function planRequest(options: {
  request: RolloutRequest;
  template: TenantTemplate;
  registry: Registry;
}): RolloutPlan {
  const { request, template, registry } = options;
  assertChanges(template, request);
  const { environment, values } = request;
  const descriptors = new Map(
    [...registry.tenantEnvironments.values()]
      .filter(({ descriptor }) => descriptor.spec.environment === environment)
      .map(({ descriptor }) => [descriptor.spec.tenant, descriptor]),
  );
  return planRollout({
    request,
    title: template.title,
    registry,
    upToDate: tenant => isUpToDate(template, descriptors.get(tenant)!, values),
  });
}

function assertChanges(
  { name, operation, schema }: TenantTemplate,
  { values }: RolloutRequest,
): void {
  if (operation !== 'change' && operation !== 'update') {
    throw new InputError(
      `The field "templateRef" names ${name}, whose operation is ${operation}; only a change or an update can be rolled out.`,
    );
  }
  const stray = Object.keys(values).find(
    value =>
      value === 'client' ||
      value === 'environments' ||
      !(value in schema.properties),
  );
  if (stray) {
    throw new InputError(
      `The field "values" has "${stray}", which is no value of ${name} that a rollout may give.`,
    );
  }
}
