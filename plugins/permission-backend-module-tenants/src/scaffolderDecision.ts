import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
  isPermission,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderActionConditionalDecision,
  createScaffolderTaskConditionalDecision,
  createScaffolderTemplateConditionalDecision,
  scaffolderActionConditions,
  scaffolderTaskConditions,
  scaffolderTemplateConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import type { Client } from './clientDecision';

/** Tag of the parameters and steps of a template that are for operators alone. */
const operatorsTag = 'operators';

/** Actions that ask for the permission of who started the task, for each tenant they touch. */
const clientActions = [
  'tenants:render',
  'tenants:validate',
  'tenants:pull-request',
];

/**
 * Decides what of the scaffolder a client may use. Which templates it may run is decided by what it
 * reads of the catalog: the scaffolder takes a template from there, with the credentials of the
 * client. Trying out a template that is not in the catalog (dry run) and managing templates are
 * denied like whatever is unknown.
 */
export function scaffolderDecision(
  permission: Permission,
  { userEntityRef }: Pick<Client, 'userEntityRef'>,
): PolicyDecision | undefined {
  if (isPermission(permission, taskCreatePermission)) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (
    isPermission(permission, taskReadPermission) ||
    isPermission(permission, taskCancelPermission)
  ) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
    );
  }
  if (
    isPermission(permission, templateParameterReadPermission) ||
    isPermission(permission, templateStepReadPermission)
  ) {
    return createScaffolderTemplateConditionalDecision(permission, {
      not: scaffolderTemplateConditions.hasTag({ tag: operatorsTag }),
    });
  }
  if (isPermission(permission, actionExecutePermission)) {
    return createScaffolderActionConditionalDecision(permission, {
      anyOf: clientActions.map(actionId =>
        scaffolderActionConditions.hasActionId({ actionId }),
      ) as [ReturnType<typeof scaffolderActionConditions.hasActionId>],
    });
  }
  return undefined;
}
