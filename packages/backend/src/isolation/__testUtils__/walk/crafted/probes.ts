import { Probe } from '../Probe';

/** A request to the route of a plugin, such as `catalog` and `/entities`. */
export function get(
  plugin: string,
  route: string,
  path: string = route,
  more: Pick<Probe, 'says' | 'headers'> = {},
): Probe {
  return {
    route: `GET /api/${plugin}${route}`,
    method: 'GET',
    path: `/api/${plugin}${path}`,
    ...more,
  };
}

export function post(plugin: string, route: string, body: object): Probe {
  return {
    route: `POST /api/${plugin}${route}`,
    method: 'POST',
    path: `/api/${plugin}${route}`,
    body,
  };
}
