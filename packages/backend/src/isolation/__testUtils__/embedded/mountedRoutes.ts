/** A route of a portal, such as `GET /api/catalog/entities/by-uid/:uid`. */
export interface Route {
  method: string;
  path: string;
  /** Names of what can be asked in the query, where it is described. */
  query?: string[];
}

/** The part of a router of Express 4 that says what is mounted. */
export interface RouterStack {
  stack: Layer[];
}

interface Layer {
  regexp: RegExp & { fast_slash?: boolean };
  keys: { name: string | number }[];
  handle: Partial<RouterStack>;
  route?: {
    path: string | RegExp | (string | RegExp)[];
    methods: Record<string, boolean>;
  };
}

/** All routes below a router, those of routers mounted in it too. */
export function mountedRoutes(
  router: RouterStack,
  prefix: string = '',
): Route[] {
  return router.stack.flatMap(layer => {
    if (layer.route) {
      return routesOf(layer.route, prefix);
    }
    const path = prefix + mountPath(layer);
    const { stack } = layer.handle;
    if (stack) {
      return mountedRoutes({ stack }, path);
    }
    // A handler of all below a path, such as a proxy.
    return path === prefix ? [] : [{ method: 'GET', path: `${path}/*` }];
  });
}

function routesOf(
  { path, methods }: NonNullable<Layer['route']>,
  prefix: string,
): Route[] {
  return [path].flat().flatMap(each =>
    Object.keys(methods).map(method => ({
      method: method === '_all' ? 'GET' : method.toUpperCase(),
      path: `${prefix}${each}`,
    })),
  );
}

/** Express keeps of the path of a mounted router its regular expression alone. */
function mountPath({ regexp, keys }: Layer): string {
  if (regexp.fast_slash) {
    return '';
  }
  const names = keys.map(({ name }) => `:${name}`);
  return regexp.source
    .replace(/^\^/, '')
    .replace('\\/?(?=\\/|$)', '')
    .replace(
      /\(\?:(\\\/)?\(\[\^\\?\/\]\+\?\)\)/g,
      (_, slash = '') => slash + (names.shift() ?? ''),
    )
    .replace(/\\(.)/g, '$1');
}
