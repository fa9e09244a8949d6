import { Route } from '../embedded/mountedRoutes';
import { ClientNames } from './Client';
import { Probe } from './Probe';

type Values = (names: ClientNames) => string[];

/** What each parameter of a path stands for, where that is known. */
const parameters: Record<string, Values> = {
  action: () => ['sync', 'pause'],
  environment: ({ environment }) => [environment],
  kind: () => ['domain', 'system', 'group'],
  name: ({ tenant, namespace }) => [tenant, namespace],
  namespace: () => ['default'],
  provider: () => ['oidc', 'tenantry'],
  serviceId: ({ namespace }) => [namespace],
  taskId: ({ taskId }) => [taskId],
  tenant: ({ tenant }) => [tenant],
  uid: ({ entityUid }) => [entityUid],
};

const everyName: Values = names => Object.values(names);

/** More would be one route with many parameters that nobody described. */
const maximumProbes = 40;

/**
 * Requests to a route with the names of a client. A parameter that is not described above stands
 * for each of them, so that a new route is asked without anyone describing it.
 */
export function fillRoute(route: Route, names: ClientNames): Probe[] {
  const { method, path, query = [] } = route;
  const label = `${method} ${path}`;
  const paths = filledPaths(path, names);
  const body = method === 'GET' ? undefined : bodyOf(names);
  return [
    ...paths.map(filled => ({ route: label, method, path: filled, body })),
    ...query.map(key => ({
      route: label,
      method,
      path: `${paths[0]}?${key}=${names.tenant}`,
      body,
    })),
  ];
}

function filledPaths(path: string, names: ClientNames): string[] {
  const pattern = /:(\w+)(\([^)]*\))?\??|\*/g;
  return [...path.matchAll(pattern)].reduce(
    (paths, [placeholder, parameter]) => {
      const values = (parameters[parameter] ?? everyName)(names);
      return paths
        .flatMap(each =>
          values.map(value => each.replace(placeholder, () => value)),
        )
        .slice(0, maximumProbes);
    },
    [path],
  );
}

/** Names the client wherever a body could. */
function bodyOf(names: ClientNames): object {
  const { tenant, namespace, taskId, notificationId } = names;
  const entityRefs = [
    `domain:default/${tenant}`,
    `system:default/${namespace}`,
  ];
  return {
    client: tenant,
    entityRef: entityRefs[0],
    entityRefs,
    id: taskId,
    ids: [notificationId],
    items: [],
    name: tenant,
    read: true,
    tenant,
    tenants: [tenant],
    values: { client: tenant },
  };
}
