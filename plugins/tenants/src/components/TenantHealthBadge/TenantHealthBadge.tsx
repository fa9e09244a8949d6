import { Flex, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { tenantLoader, tenantsApiRef } from '../../api';
import { useLiveQuery } from '../../hooks/useLiveQuery';
import { useText } from '../../hooks/useText';
import { HealthStatus, useHealthSentence } from '../HealthStatus';

/** How a tenant is, with the reason; all badges of a page are asked for together. */
export function TenantHealthBadge({ tenant }: { tenant: string }) {
  const t = useText();
  const api = useApi(tenantsApiRef);
  const sentence = useHealthSentence();
  const { data, error } = useLiveQuery(tenant, async () => ({
    summary: await tenantLoader(api).load(tenant),
  }));
  if (!data && !error) {
    return <Skeleton width="6rem" height="1.5rem" />;
  }
  const summary = error ? undefined : data?.summary;
  return (
    <Flex align="center" gap="2" my="1">
      <HealthStatus health={summary?.health ?? 'Unknown'} />
      <Text variant="body-small">
        {summary ? sentence(summary) : t('search.healthUnknown')}
      </Text>
    </Flex>
  );
}
