import { ComponentDescriptor } from '@tenantry/plugin-tenants-common';
import { createHash } from 'node:crypto';

const maximumNameLength = 63;
const hashLength = 8;

/** Entity ref of a group by its name in the registry. */
export function groupRef(name: string): string {
  return `group:default/${name}`;
}

/** Entity ref of an environment or cluster. */
export function resourceRef(name: string): string {
  return `resource:default/${name}`;
}

/**
 * Name of the entity of an environment. Clusters are resources as well and keep their plain name,
 * by which the Kubernetes plugin finds them; an environment is often called like its cluster.
 */
export function environmentEntityName(environment: string): string {
  return fit(`environment-${environment}`);
}

/**
 * Name of the entity of a part of a tenant environment, `<tenant>-<environment>-<part>`.
 *
 * @param tenantEnvironment - `<tenant>-<environment>`.
 */
export function componentEntityName(
  tenantEnvironment: string,
  component: string,
): string {
  return fit(`${tenantEnvironment}-${component}`);
}

/**
 * Entity ref of a part of a tenant environment, or `undefined` for a part that is shown on the
 * tenant page only.
 */
export function componentEntityRef(
  tenantEnvironment: string,
  component: ComponentDescriptor,
): string | undefined {
  return (
    component.entity &&
    `${component.entity.toLowerCase()}:default/${componentEntityName(
      tenantEnvironment,
      component.name,
    )}`
  );
}

/** Shortens a name to what the catalog takes, and keeps it unique and the same for ever. */
function fit(name: string): string {
  if (name.length <= maximumNameLength) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex');
  const kept = name.slice(0, maximumNameLength - hashLength - 1);
  return `${kept}-${hash.slice(0, hashLength)}`;
}
