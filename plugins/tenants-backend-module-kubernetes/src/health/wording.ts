import { isIPv6 } from 'node:net';
import { asSentence } from '@tenantry/plugin-tenants-node';

/** What is inside of a cluster is not for its tenants: addresses, names of nodes, their paths. */
const internals: readonly [RegExp, string][] = [
  [/\b(\d{1,3}\.){3}\d{1,3}(:\d+)?\b/g, '<address>'],
  [/\/var\/(lib|run)\/[^\s"',;:)]+/g, '<path>'],
  [/\b(node|host)\s*[:=]?\s*"[^"]*"/gi, 'a node'],
  [/\bnode\s+\S*[-.]\S*/gi, 'a node'],
  [/\b(gke|aks)-[-a-z0-9.]+\b/g, 'a node'],
  [/\bip(-\d{1,3}){4}[-a-z0-9.]*/g, 'a node'],
];

/** Takes out of what a cluster says what is not for its tenants. */
export function withoutInternals(text: string): string {
  const shown = text.replace(/\[?([0-9a-f]*:[0-9a-f:]+)\]?/gi, (match, part) =>
    isIPv6(part) ? '<address>' : match,
  );
  return internals.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    shown,
  );
}

/** What a cluster says, as a sentence that a tenant may read. */
export function clusterSays(text: string): string {
  return asSentence(withoutInternals(text));
}

const schedulingCauses: readonly [RegExp, string][] = [
  [/Insufficient cpu/i, 'not enough CPU'],
  [/Insufficient memory/i, 'not enough memory'],
  [/Insufficient ephemeral-storage/i, 'not enough local disk'],
  [
    /Insufficient (?!cpu|memory|ephemeral)\S+/i,
    'not enough of a resource that it requests',
  ],
  [/Too many pods/i, 'no node may run another pod'],
  [/unbound immediate PersistentVolumeClaims/i, 'a volume is not provisioned'],
  [/volume node affinity|no available volume zone/i, 'a volume is elsewhere'],
  [/persistentvolumeclaim .* not found/i, 'a volume claim does not exist'],
  [/untolerated taint/i, 'nodes are reserved or unwell'],
  [
    /node affinity|node\(s\) didn't match .*selector/i,
    'no node is of the kind it asks for',
  ],
  [/pod (anti-)?affinity|topology spread/i, 'it may not run beside other pods'],
  [/unschedulable/i, 'nodes are being serviced'],
  [/free ports/i, 'a port is taken'],
];

/** Why the scheduler finds no node, in words that name none. */
export function schedulingCause(message: string): string {
  const causes = schedulingCauses
    .filter(([pattern]) => pattern.test(message))
    .map(([, cause]) => cause);
  return causes.join(', ') || 'the scheduler does not say why';
}
