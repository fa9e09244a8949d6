import { ButtonLink, Container } from '@backstage/ui';
import { RiSearchEyeLine } from '@remixicon/react';
import {
  BreadcrumbEntry,
  useRouteRef,
  useRouteRefParams,
} from '@backstage/frontend-plugin-api';
import { useTenantInFull } from '../../hooks/useTenantInFull';
import { useText } from '../../hooks/useText';
import { rootRouteRef, tenantRouteRef } from '../../routes';
import { LoadingRows, QueryState, StateMessage } from '../PageState';
import type { TenantAction } from '../TenantActions';
import { TenantHeader } from './TenantHeader';
import { TenantStatusView } from './TenantStatusView';

/** The page of the tenant that the URL names. */
export function TenantPage(props: { actions: TenantAction[] }) {
  const { tenant } = useRouteRefParams(tenantRouteRef);
  return <NamedTenantPage key={tenant} name={tenant} actions={props.actions} />;
}

function NamedTenantPage(props: { name: string; actions: TenantAction[] }) {
  const { name, actions } = props;
  const t = useText();
  const tenantRoute = useRouteRef(tenantRouteRef);
  const query = useTenantInFull(name);
  return (
    <BreadcrumbEntry
      entry={{
        label: query.data?.title ?? name,
        href: tenantRoute?.({ tenant: name }) ?? '',
      }}
    >
      <main>
        <Container pt="4">
          <QueryState
            query={query}
            loading={
              <LoadingRows label={t('tenant.loading')} rows={4} height="6rem" />
            }
            notFound={<TenantNotFound name={name} />}
          >
            {tenant => (
              <>
                <TenantHeader tenant={tenant} actions={actions} />
                <TenantStatusView tenant={tenant} />
              </>
            )}
          </QueryState>
        </Container>
      </main>
    </BreadcrumbEntry>
  );
}

function TenantNotFound({ name }: { name: string }) {
  const t = useText();
  const rootRoute = useRouteRef(rootRouteRef);
  return (
    <StateMessage
      icon={RiSearchEyeLine}
      title={t('tenant.notFoundTitle', { tenant: name })}
      description={t('tenant.notFoundDescription')}
      actions={
        <ButtonLink href={rootRoute?.()}>{t('tenant.backToFleet')}</ButtonLink>
      }
    />
  );
}
