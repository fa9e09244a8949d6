import {
  KubernetesKind,
  numberAt,
  textAt,
} from '@tenantry/plugin-tenants-node';

/** What is kept of a warning. */
export interface WarningProjection {
  /** `Kind/name`. */
  object: string;
  reason: string;
  message: string;
  count: number;
  /** RFC 3339. */
  lastSeenAt: string;
}

const maximumMessage = 500;

/** Warnings only; clusters forget them after an hour. Told as facts, not as checks. */
export const warningEvent: KubernetesKind<WarningProjection> = {
  kind: 'Event',
  group: '',
  versions: ['v1'],
  plural: 'events',
  fieldSelector: 'type=Warning',
  maximumInNamespace: 500,
  project(object) {
    const kind = textAt(object, 'involvedObject', 'kind') ?? 'Object';
    const name = textAt(object, 'involvedObject', 'name') ?? '';
    return {
      object: `${kind}/${name}`,
      reason: textAt(object, 'reason') ?? 'Warning',
      message: (textAt(object, 'message') ?? '').slice(0, maximumMessage),
      count:
        numberAt(object, 'series', 'count') ?? numberAt(object, 'count') ?? 1,
      lastSeenAt: lastSeenAt(object),
    };
  },
};

/** Old and new reporters fill in different fields. */
function lastSeenAt(object: unknown): string {
  return (
    textAt(object, 'series', 'lastObservedTime') ??
    textAt(object, 'lastTimestamp') ??
    textAt(object, 'eventTime') ??
    textAt(object, 'firstTimestamp') ??
    textAt(object, 'metadata', 'creationTimestamp') ??
    ''
  );
}
