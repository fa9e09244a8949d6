import { ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { RiGitPullRequestLine } from '@remixicon/react';
import { tenantRolloutPermission } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { rolloutsRouteRef } from '../../routes';

/** The way to the rollouts, for who may see them. */
export function RolloutsLink() {
  const t = useText();
  const route = useRouteRef(rolloutsRouteRef);
  const { allowed } = usePermission({ permission: tenantRolloutPermission });
  return route && allowed ? (
    <ButtonLink
      href={route()}
      variant="secondary"
      iconStart={<RiGitPullRequestLine />}
    >
      {t('rollouts.title')}
    </ButtonLink>
  ) : null;
}
