import { ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiAddLine } from '@remixicon/react';
import { tenantCreatePermission } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { createTenantRouteRef } from '../../routes';

/** The way to the forms, for who may use them. */
export function CreateTenantButton() {
  const t = useText();
  const createRoute = useRouteRef(createTenantRouteRef);
  const { allowed } = usePermission({ permission: tenantCreatePermission });
  return createRoute && allowed ? (
    <ButtonLink href={createRoute()} iconStart={<RiAddLine />}>
      {t('fleet.create')}
    </ButtonLink>
  ) : null;
}
