import { SchedulerService } from '@backstage/backend-plugin-api';
import { StatusCollector } from './collector';
import { TenantsConfig } from './config';
import { RegistryView } from './registry/RegistryView';
import { StatusStore } from './store';

/** Everything that happens by the clock. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  registry: RegistryView;
  collector: StatusCollector;
  store: StatusStore;
  timeline: TenantsConfig['timeline'];
}): Promise<void> {
  const { scheduler, registry, collector, store, timeline } = options;
  // Each replica keeps its own registry and its own statuses in memory.
  await scheduler.scheduleTask({
    id: 'tenants-refresh',
    scope: 'local',
    frequency: { seconds: 30 },
    timeout: { seconds: 60 },
    async fn(signal) {
      await registry.refresh(signal);
      collector.refresh();
    },
  });
  await scheduler.scheduleTask({
    id: 'tenants-prune-timeline',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    fn: () =>
      store.pruneTimeline({
        olderThan: new Date(Date.now() - timeline.maximumAgeMs),
        maximumEventsPerTenant: timeline.maximumEventsPerTenant,
      }),
  });
}
