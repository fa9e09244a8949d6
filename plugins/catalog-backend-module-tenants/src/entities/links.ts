import { EntityLink } from '@backstage/catalog-model';
import {
  PlatformDescriptor,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { directoryUrl } from './descriptorAnnotations';

type Hostnames = TenantEnvironmentDescriptor['spec']['hostnames'];

/** Link to the directory of a descriptor in the repository. */
export function repositoryLink(registryUrl: string, file: string): EntityLink {
  return { title: 'Repository', url: directoryUrl(registryUrl, file) };
}

/** Links to the endpoints that a browser can open. */
export function endpointLinks(hostnames: Hostnames): EntityLink[] {
  return hostnames
    .filter(({ protocol }) => protocol === 'HTTPS')
    .map(({ title, host, port }) => ({ title, url: httpsUrl(host, port) }));
}

/** Address of an HTTPS endpoint, without the port where it is the usual one. */
export function httpsUrl(host: string, port: number): string {
  return `https://${host}${port === 443 ? '' : `:${port}`}`;
}

/** Links to the platform's own tools, where `platform.yaml` names them. */
export function toolLinks(
  platform: PlatformDescriptor,
  { application, metricMatchers }: TenantBinding,
): EntityLink[] {
  const { gitops, links } = platform.spec;
  const result: EntityLink[] = [];
  if (links?.grafana) {
    const url = new URL(links.grafana);
    for (const [label, value] of Object.entries(metricMatchers)) {
      url.searchParams.set(`var-${label}`, value);
    }
    result.push({ title: 'Grafana', url: url.href, icon: 'dashboard' });
  }
  if (gitops.engine === 'argocd' && gitops.url) {
    const base = gitops.url.replace(/\/+$/, '');
    result.push({
      title: 'Argo CD',
      url: `${base}/applications/${application.namespace}/${application.name}`,
    });
  }
  return result;
}
