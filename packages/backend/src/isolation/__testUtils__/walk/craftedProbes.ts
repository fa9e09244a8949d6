import { ClientNames } from './Client';
import { catalogProbes } from './crafted/catalogProbes';
import { formProbes } from './crafted/formProbes';
import { kubernetesProbes, personalProbes } from './crafted/otherProbes';
import { searchProbes } from './crafted/searchProbes';
import { tenantProbes } from './crafted/tenantProbes';
import { Probe } from './Probe';

/**
 * Requests that filling in the routes does not make.
 *
 * @param own - Name of a tenant that the caller may see.
 */
export function craftedProbes(names: ClientNames, own: string): Probe[] {
  return [
    ...catalogProbes(names),
    ...searchProbes(names),
    ...tenantProbes(names, own),
    ...formProbes(names),
    ...kubernetesProbes(names),
    ...personalProbes(names),
  ];
}
