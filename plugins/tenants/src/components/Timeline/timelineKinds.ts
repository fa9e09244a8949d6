import type { TimelineEventType } from '@tenantry/plugin-tenants-common';

/** What people choose from; each stands for some types of events. */
export const timelineKinds = {
  changes: [
    'ChangeOpened',
    'ChangeMerged',
    'ChangeClosed',
    'ChangeCommitted',
    'WaveProposed',
    'WaveHealthy',
    'WaveHalted',
  ],
  syncs: ['RevisionChanged', 'Synced'],
  health: ['HealthChanged'],
  alerts: ['AlertFired', 'AlertResolved'],
} as const satisfies Record<string, readonly TimelineEventType[]>;

export type TimelineKind = keyof typeof timelineKinds;

export const timelineKindNames = Object.keys(timelineKinds) as TimelineKind[];
