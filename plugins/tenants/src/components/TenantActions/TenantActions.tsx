import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiArrowDownSLine } from '@remixicon/react';
import {
  tenantChangePermission,
  type TenantEnvironmentStatus,
} from '@tenantry/plugin-tenants-common';
import { useReadableEntities } from '../../hooks/useReadableEntities';
import { useText, type Text } from '../../hooks/useText';
import { createTenantRouteRef, templateRouteRef } from '../../routes';
import type { TenantAction } from './tenantActions.schema';

/** The forms that change the shown tenant environment, filled in, as far as the user may run them. */
export function TenantActions(props: {
  status: TenantEnvironmentStatus;
  actions: TenantAction[];
}) {
  const { status, actions } = props;
  const t = useText();
  const formOf = useFormLinks();
  const { allowed } = usePermission({
    permission: tenantChangePermission,
    resourceRef: status.tenant,
  });
  const state = status.suspended ? 'suspended' : 'running';
  const sensible = actions.filter(
    ({ when }) => when === 'always' || when === state,
  );
  const readable = useReadableEntities(sensible.map(templateRefOf));
  const offered = sensible.filter(action =>
    readable.has(templateRefOf(action)),
  );
  if (!formOf || !allowed || offered.length === 0) {
    return null;
  }
  return (
    <MenuTrigger>
      <Button variant="secondary" iconEnd={<RiArrowDownSLine />}>
        {t('tenant.actionsMenu')}
      </Button>
      <Menu aria-label={t('tenant.actionsLabel', { tenant: status.tenant })}>
        {offered.map(action => (
          <MenuItem key={action.template} href={formOf(action, status)}>
            {titleOf(action, t)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function templateRefOf({ template }: TenantAction): string {
  return `template:default/${template}`;
}

/** Where a form is, filled in; all forms, where an app has no place for a single one. */
function useFormLinks():
  | ((action: TenantAction, status: TenantEnvironmentStatus) => string)
  | undefined {
  const templateRoute = useRouteRef(templateRouteRef);
  const createRoute = useRouteRef(createTenantRouteRef);
  if (!templateRoute) {
    return createRoute;
  }
  return (action, status) => {
    const form = templateRoute({
      namespace: 'default',
      templateName: action.template,
    });
    return `${form}?formData=${encodeURIComponent(formData(action, status))}`;
  };
}

function formData(
  { prefill }: TenantAction,
  { tenant, environment }: TenantEnvironmentStatus,
): string {
  return JSON.stringify({
    client: tenant,
    ...(prefill === 'environment' && { environments: [environment] }),
  });
}

const named = [
  'change-allow-list',
  'change-size',
  'upgrade-splice',
  'change-top-up',
  'add-environment',
  'update-client',
  'revert-change',
  'suspend-client',
  'resume-client',
  'offboard-client',
  'remove-client',
] as const;

function titleOf({ title, template }: TenantAction, t: Text): string {
  const known = named.find(name => name === template);
  return title ?? (known ? t(`tenant.actions.${known}`) : template);
}
