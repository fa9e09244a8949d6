/**
 * The target of tenant faults that a namespace stands for, such as `acme-01/devnet`; undefined for
 * one that is no tenant's. On this platform a namespace is called `<tenant>-<environment>`, and a
 * cluster after its environment.
 */
export function tenantTarget(
  cluster: string,
  namespace: string,
): string | undefined {
  const ending = `-${cluster}`;
  return namespace.endsWith(ending) && namespace.length > ending.length
    ? `${namespace.slice(0, -ending.length)}/${cluster}`
    : undefined;
}

/** The namespace that a target of tenant faults stands for, and its cluster. */
export function tenantNamespace(target: string): {
  cluster: string;
  namespace: string;
} {
  const [tenant, cluster] = target.split('/');
  return { cluster, namespace: `${tenant}-${cluster}` };
}
