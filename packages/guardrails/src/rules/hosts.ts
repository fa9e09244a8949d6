import { Finding } from '@tenantry/plugin-tenants-common';
import {
  EnvironmentFolder,
  Inspection,
  Manifest,
} from '../inspection/Inspection';
import { asRecord, Placed, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';
import { isForeign } from './services';

/** Where the public names of a kind are. */
const hostPaths: Record<string, string[]> = {
  'cert-manager.io/Certificate': ['spec.dnsNames.*', 'spec.commonName'],
  'gateway.networking.k8s.io/Gateway': ['spec.listeners.*.hostname'],
  'gateway.networking.k8s.io/GRPCRoute': ['spec.hostnames.*'],
  'gateway.networking.k8s.io/HTTPRoute': ['spec.hostnames.*'],
  'gateway.networking.k8s.io/TLSRoute': ['spec.hostnames.*'],
  'networking.istio.io/Gateway': ['spec.servers.*.hosts.*'],
  'networking.istio.io/VirtualService': ['spec.hosts.*'],
  'networking.k8s.io/Ingress': ['spec.rules.*.host', 'spec.tls.*.hosts.*'],
};

/** Without a host of its own, such a part would stand for every host. */
const needed: Record<string, { each: string; field: string }> = {
  'gateway.networking.k8s.io/Gateway': {
    each: 'spec.listeners.*',
    field: 'hostname',
  },
  'gateway.networking.k8s.io/GRPCRoute': { each: 'spec', field: 'hostnames' },
  'gateway.networking.k8s.io/HTTPRoute': { each: 'spec', field: 'hostnames' },
  'gateway.networking.k8s.io/TLSRoute': { each: 'spec', field: 'hostnames' },
  'networking.k8s.io/Ingress': { each: 'spec.rules.*', field: 'host' },
};

const dnsAnnotation = 'external-dns.alpha.kubernetes.io/hostname';

/** Names that a tenant answers to, or certifies, are among the hostnames of its `tenant.yaml`. */
export function hostFindings({ environments, after }: Inspection): Finding[] {
  const { baseDomain } = after.platform.descriptor.spec;
  return environments.flatMap(folder =>
    folder.manifests.flatMap(manifest => [
      ...foreignHosts(manifest, folder, baseDomain),
      ...missingHosts(manifest),
    ]),
  );
}

function foreignHosts(
  manifest: Manifest,
  folder: EnvironmentFolder,
  baseDomain: string,
): Finding[] {
  return claimedHosts(manifest)
    .filter(({ value }) => !isOwn(String(value), manifest, folder, baseDomain))
    .map(({ path, value }) =>
      manifestFinding(manifest, {
        rule: 'hostname',
        path,
        message: `"${value}" is none of the hostnames in ${folder.path}/tenant.yaml.`,
        help: 'Use one of the hostnames of the tenant environment, or add it there.',
      }),
    );
}

function claimedHosts({ group, kind, object }: Manifest): Placed[] {
  const annotations = asRecord(asRecord(object.metadata).annotations);
  const announced = annotations[dnsAnnotation];
  return [
    ...(hostPaths[`${group}/${kind}`] ?? []).flatMap(path =>
      valuesAt(object, path),
    ),
    ...(typeof announced === 'string' ? announced.split(',') : []).map(
      host => ({
        path: pointer('metadata', 'annotations', dnsAnnotation),
        value: host.trim(),
      }),
    ),
  ];
}

function isOwn(
  claimed: string,
  { kind, group }: Manifest,
  { binding }: EnvironmentFolder,
  baseDomain: string,
): boolean {
  const host = withoutNamespace(claimed, binding.namespace);
  if (binding.hostnames.some(hostname => hostname.host === host)) {
    return true;
  }
  if (host.startsWith('*.')) {
    const domain = `${binding.tenant}.${binding.environment}.${baseDomain}`;
    return host.slice(1).endsWith(`.${domain}`);
  }
  // Inside of the mesh, a service is reached by its own name.
  const isService =
    !host.includes('.') || /^[^.]+\.[^.]+\.svc(\.|$)/.test(host);
  return (
    group === 'networking.istio.io' &&
    kind === 'VirtualService' &&
    host !== '*' &&
    isService &&
    !isForeign(host, binding.namespace)
  );
}

/** A host of a gateway in Istio may begin with the namespace that it is for. */
function withoutNamespace(host: string, namespace: string): string {
  const [first, ...rest] = host.split('/');
  return rest.length > 0 && ['.', namespace].includes(first)
    ? rest.join('/')
    : host;
}

function missingHosts(manifest: Manifest): Finding[] {
  const rule = needed[`${manifest.group}/${manifest.kind}`];
  if (!rule) {
    return [];
  }
  return valuesAt(manifest.object, rule.each)
    .filter(({ value }) => isAbsent(asRecord(value)[rule.field]))
    .map(({ path }) =>
      manifestFinding(manifest, {
        rule: 'hostname',
        path: path + pointer(rule.field),
        message: `without ${rule.field} it would answer to every name.`,
        help: 'Name the hostnames of the tenant environment.',
      }),
    );
}

function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
