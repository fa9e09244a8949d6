import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection, Manifest } from '../inspection/Inspection';
import { asList, asRecord, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';

/** Services open no ports of nodes, claim no addresses, and stay in their namespace. */
export function serviceFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(({ manifests, binding }) =>
    manifests
      .filter(({ group, kind }) => group === '' && kind === 'Service')
      .flatMap(manifest => problemsOf(manifest, binding.namespace)),
  );
}

function problemsOf(manifest: Manifest, namespace: string): Finding[] {
  const spec = asRecord(manifest.object.spec);
  const found = (path: string, message: string, help: string) =>
    manifestFinding(manifest, { rule: 'service', path, message, help });
  const findings: Finding[] = [];
  if (spec.type === 'NodePort') {
    findings.push(
      found(
        '/spec/type',
        'a NodePort opens a port of every node.',
        'Use ClusterIP, or a LoadBalancer without node ports.',
      ),
    );
  }
  for (const { path, value } of valuesAt(spec, 'ports.*.nodePort')) {
    findings.push(
      found(
        pointer('spec') + path,
        `the node port ${value} is opened on every node.`,
        'Leave nodePort out.',
      ),
    );
  }
  if (asList(spec.externalIPs).length > 0) {
    findings.push(
      found(
        '/spec/externalIPs',
        'externalIPs takes over addresses of others.',
        'Leave externalIPs out.',
      ),
    );
  }
  if (isForeign(spec.externalName, namespace)) {
    findings.push(
      found(
        '/spec/externalName',
        `"${spec.externalName}" is a service of another namespace.`,
        'Name a service of the own namespace, or a host outside of the cluster.',
      ),
    );
  }
  return findings;
}

/** Whether a host is a service of another namespace, such as `db.other.svc.cluster.local`. */
export function isForeign(host: unknown, namespace: string): boolean {
  if (typeof host !== 'string') {
    return false;
  }
  const [, owner, kind] = host.toLowerCase().split('.');
  return kind === 'svc' && owner !== namespace;
}
