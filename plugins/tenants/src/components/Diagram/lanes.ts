import type {
  ComponentStatus,
  Endpoint,
} from '@tenantry/plugin-tenants-common';

/** From the client inwards; what a request does not pass stands beside. */
export const laneNames = ['entry', 'service', 'store', 'beside'] as const;

export type LaneName = (typeof laneNames)[number];

const lanesByType: Record<string, LaneName> = {
  gateway: 'entry',
  database: 'store',
};

/**
 * Puts each component where a request meets it: a way in and a database are known by their type,
 * a service by the endpoints that lead to it. Each component is in one lane.
 */
export function lanesOf(
  components: readonly ComponentStatus[],
  endpoints: readonly Endpoint[],
): Record<LaneName, ComponentStatus[]> {
  const lanes: Record<LaneName, ComponentStatus[]> = {
    entry: [],
    service: [],
    store: [],
    beside: [],
  };
  const services = new Set(endpoints.map(({ component }) => component));
  for (const component of components) {
    const other = services.has(component.name) ? 'service' : 'beside';
    lanes[lanesByType[component.type] ?? other].push(component);
  }
  return lanes;
}
