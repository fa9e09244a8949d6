import { pace } from '@tenantry/plugin-tenants-node';
import { EnvironmentKey, HeardServer, keyOf } from '../collector';
import { environmentSubject } from './environmentSubject';
import { Incident } from './Incident';
import type { NotifierOptions } from './Notifier';
import { serverSubject, ServerView } from './serverSubject';
import { Subject } from './Subject';

/** Everything that people can be notified of, as it is now. */
export async function currentSubjects(
  options: Pick<NotifierOptions, 'registry' | 'engine' | 'settings'> & {
    incidents: ReadonlyMap<string, Incident>;
    now: Date;
  },
): Promise<Subject[]> {
  const { registry, engine, settings, incidents } = options;
  const { tenants, clusters } = registry.registry();
  const servers = serverViews(engine.servers(), name => clusters.has(name));
  const hidden = hiddenKeys(servers, incidents);
  const subjects = servers.map(view => serverSubject(view, settings));
  for (const binding of registry.current().values()) {
    const key = keyOf(binding);
    const { tenant } = binding;
    const subject = environmentSubject({
      ...options,
      binding,
      title: tenants.get(tenant)?.descriptor.spec.title ?? tenant,
      status: engine.statusOf(key),
      isHidden: hidden.has(key),
    });
    subjects.push(subject);
    await pace();
  }
  return subjects;
}

function serverViews(
  servers: readonly HeardServer[],
  isCluster: (name: string) => boolean,
): ServerView[] {
  const names = new Set(servers.map(({ server }) => server));
  return [...names].map(name => ({
    name,
    isCluster: isCluster(name),
    states: servers.filter(({ server }) => server === name),
  }));
}

/**
 * The tenant environments behind servers that cannot be asked, or could not until just now: their
 * statuses follow a little later.
 */
function hiddenKeys(
  servers: readonly ServerView[],
  incidents: ReadonlyMap<string, Incident>,
): ReadonlySet<EnvironmentKey> {
  return new Set(
    servers
      .filter(({ name, states }) => {
        const incident = incidents.get(`server/${name}`);
        const isOpen = incident !== undefined && !incident.closedAt;
        return isOpen || states.some(({ connected }) => !connected);
      })
      .flatMap(({ states }) => states.flatMap(({ keys }) => [...keys])),
  );
}
