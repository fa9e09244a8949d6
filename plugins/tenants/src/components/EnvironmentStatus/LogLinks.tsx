import { Flex, Link } from '@backstage/ui';
import type { TenantEnvironmentStatus } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import { ToolLinks } from '../ToolLinks';
import { useKubernetesTab } from './useKubernetesTab';

/** Where logs can be read: in the platform's own tool, and in the stock Kubernetes plugin. */
export function LogLinks({ status }: { status: TenantEnvironmentStatus }) {
  const t = useText();
  const kubernetesTab = useKubernetesTab(status);
  return (
    <Flex gap="3">
      <ToolLinks links={status.links} kind="logs" />
      {kubernetesTab && (
        <Link href={kubernetesTab}>{t('workloads.kubernetes')}</Link>
      )}
    </Flex>
  );
}
