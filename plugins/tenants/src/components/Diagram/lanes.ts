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
 * a service by the endpoints that lead to it and by the APIs that it provides. An API that is known
 * by its provider alone has no place of its own; every other component has one.
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
  const reached = new Set(endpoints.map(({ component }) => component));
  const provided = new Set(components.flatMap(({ provides = [] }) => provides));
  for (const component of components) {
    const { name, type, provides, checks } = component;
    const isApi = provided.has(name);
    const isService = isApi || reached.has(name) || provides !== undefined;
    if (!isApi || checks.length > 0) {
      const other = isService ? 'service' : 'beside';
      lanes[lanesByType[type] ?? other].push(component);
    }
  }
  return lanes;
}
