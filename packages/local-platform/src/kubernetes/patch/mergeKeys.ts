/**
 * How the strategic merge patch treats the lists of the built-in kinds, by the name of the field.
 * A list that is in neither table is replaced as a whole.
 */
const keys: Record<string, string> = {
  addresses: 'type',
  conditions: 'type',
  containers: 'name',
  env: 'name',
  ephemeralContainers: 'name',
  hostAliases: 'ip',
  hostIPs: 'ip',
  imagePullSecrets: 'name',
  initContainers: 'name',
  ownerReferences: 'uid',
  podIPs: 'ip',
  resourceClaims: 'name',
  secrets: 'name',
  taints: 'key',
  topologySpreadConstraints: 'topologyKey',
  volumeDevices: 'devicePath',
  volumeMounts: 'mountPath',
  volumes: 'name',
};

/** Lists of plain values that a patch adds to. */
const sets = ['finalizers', 'podCIDRs'];

/**
 * The field that tells the elements of a list apart; undefined for a list without one.
 *
 * @param kind - the kind of the patched object: a Service names its ports otherwise than a pod.
 */
export function mergeKeyOf(field: string, kind: string): string | undefined {
  if (field === 'ports') {
    return kind === 'Service' ? 'port' : 'containerPort';
  }
  return Object.hasOwn(keys, field) ? keys[field] : undefined;
}

/** Whether a patch adds to the values of a list instead of replacing them. */
export function isSet(field: string): boolean {
  return sets.includes(field);
}
