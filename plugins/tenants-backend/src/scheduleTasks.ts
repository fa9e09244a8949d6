import { SchedulerService } from '@backstage/backend-plugin-api';
import { ChangeTimeline } from './changes';
import { keyOf } from './collector';
import { TenantsConfig } from './config';
import { StatusEngine } from './engine/StatusEngine';
import { Notifier } from './notifications';
import { RegistryView } from './registry/RegistryView';
import { RolloutRunner } from './rollouts';
import { EngineStore } from './store';
import { TemplateCatalog } from './tenants';

/** Reads the changes of the repository; can be triggered. */
export const changesTaskId = 'tenants-changes';

/** Everything that happens by the clock. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  registry: RegistryView;
  templates: TemplateCatalog;
  engine: StatusEngine;
  store: EngineStore;
  runner: RolloutRunner;
  changes: ChangeTimeline;
  notifier: Notifier;
  timeline: TenantsConfig['timeline'];
}): Promise<void> {
  const { scheduler, registry, templates, engine, store } = options;
  const { runner, changes, notifier, timeline } = options;
  // Each replica keeps its own registry and its own statuses in memory.
  await scheduler.scheduleTask({
    id: 'tenants-refresh',
    scope: 'local',
    frequency: { seconds: 30 },
    timeout: { seconds: 60 },
    async fn(signal) {
      await registry.refresh(signal);
      await engine.timePasses();
      await templates.refresh();
    },
  });
  // It does nothing but in the replica that puts the statuses together.
  await scheduler.scheduleTask({
    id: 'tenants-notify',
    scope: 'local',
    frequency: { seconds: 15 },
    timeout: { minutes: 10 },
    fn: () => notifier.runOnce(),
  });
  // Rollouts have one writer, whatever the number of replicas.
  await scheduler.scheduleTask({
    id: 'tenants-rollouts',
    frequency: { seconds: 15 },
    timeout: { minutes: 10 },
    fn: signal => runner.runOnce(signal),
  });
  await scheduler.scheduleTask({
    id: changesTaskId,
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    fn: signal => changes.runOnce(signal),
  });
  await scheduler.scheduleTask({
    id: 'tenants-prune',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    async fn() {
      await store.statuses.pruneTimeline({
        olderThan: new Date(Date.now() - timeline.maximumAgeMs),
        maximumEventsPerTenant: timeline.maximumEventsPerTenant,
      });
      if (registry.isRead) {
        const keys = new Set([...registry.current().values()].map(keyOf));
        await store.observations.retainObservations(place =>
          keys.has(keyOf(place)),
        );
      }
    },
  });
}
