import { Route } from '../embedded/mountedRoutes';
import { ClientNames } from './Client';
import { craftedProbes } from './craftedProbes';
import { fillRoute } from './fillRoute';
import { isReading, Probe } from './Probe';

export interface PortalProbes {
  /** Can be sent to a portal that somebody uses. */
  reading(names: ClientNames): Probe[];
  changing(names: ClientNames): Probe[];
}

/** What a walk over the routes asks. */
export function portalProbes(
  routes: readonly Route[],
  own: string,
): PortalProbes {
  const all = (names: ClientNames) => [
    ...routes.flatMap(route => fillRoute(route, names)),
    ...craftedProbes(names, own),
  ];
  return {
    reading: names => all(names).filter(isReading),
    changing: names => all(names).filter(probe => !isReading(probe)),
  };
}
