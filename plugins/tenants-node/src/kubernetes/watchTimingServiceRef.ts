import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { WatchTiming } from './timing';

/**
 * How long the parts of watching clusters wait, where it is not the default. A backend with clusters
 * that are slower than most may replace it by a service factory of its own; so do tests that cannot
 * wait.
 *
 * @public
 */
export const watchTimingServiceRef = createServiceRef<Partial<WatchTiming>>({
  id: 'tenants.watch-timing',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: () => ({}) }),
});
