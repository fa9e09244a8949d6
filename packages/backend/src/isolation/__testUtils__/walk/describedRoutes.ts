import { Route } from '../embedded/mountedRoutes';
import { PortalApi } from './PortalApi';

interface Parameter {
  $ref?: string;
  in?: string;
  name?: string;
}

interface Description {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
  components?: { parameters?: Record<string, Parameter> };
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The routes in the OpenAPI description that a plugin serves; none when it serves none. */
export async function describedRoutes(
  portal: PortalApi,
  plugin: string,
): Promise<Route[]> {
  const description = await portal
    .read<Description>(`/api/${plugin}/openapi.json`)
    .catch(() => undefined);
  return Object.entries(description?.paths ?? {}).flatMap(
    ([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => methods.includes(method))
        .map(([method, { parameters = [] }]) => ({
          method: method.toLocaleUpperCase('en-US'),
          path: path.replace(/\{(\w+)\}/g, ':$1'),
          query: parameters
            .map(parameter => resolved(parameter, description!))
            .filter(parameter => parameter.in === 'query')
            .map(({ name }) => name!),
        })),
  );
}

function resolved(parameter: Parameter, description: Description): Parameter {
  const name = parameter.$ref?.split('/').at(-1);
  return name ? description.components!.parameters![name] : parameter;
}

/**
 * All routes of a portal: those that are described, with what they can be asked, and those that are
 * mounted without a description.
 */
export async function allRoutes(
  portal: PortalApi,
  mounted: readonly Route[],
): Promise<Route[]> {
  const plugins = new Set(mounted.flatMap(({ path }) => pluginOf(path) ?? []));
  const described = await Promise.all(
    [...plugins].map(plugin => describedRoutes(portal, plugin)),
  );
  const routes = [...described.flat(), ...mounted].map(
    (route): [string, Route] => [keyOf(route), route],
  );
  // The first of a key stays, but in the place of the last.
  return [...new Map(routes.reverse()).values()];
}

/** The plugin that answers a path. */
export function pluginOf(path: string): string | undefined {
  return /^\/api\/([a-z][a-z0-9-]*)/.exec(path)?.[1];
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path.replace(/:\w+(\([^)]*\))?/g, ':')}`;
}
