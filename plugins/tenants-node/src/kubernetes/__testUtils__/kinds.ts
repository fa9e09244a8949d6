import { textAt } from '../fields';
import { KubernetesKind } from '../KubernetesKind';
import { WatchTiming } from '../timing';

/** Keeps one word of each object. */
export const widgets: KubernetesKind<string> = {
  kind: 'Widget',
  group: 'example.com',
  versions: ['v1', 'v1beta1'],
  plural: 'widgets',
  project: object => textAt(object, 'spec', 'colour') ?? 'none',
};

export const pods: KubernetesKind<string> = {
  kind: 'Pod',
  group: '',
  versions: ['v1'],
  plural: 'pods',
  project: object => textAt(object, 'status', 'phase') ?? 'Unknown',
};

export const widgetsPath = '/apis/example.com/v1/widgets';
export const podsPath = '/api/v1/pods';

export function widget(name: string, colour: string, namespace = 'acme') {
  return { metadata: { name, namespace }, spec: { colour } };
}

/** Waits as short as a loopback server allows. */
export const fastTiming: WatchTiming = {
  minimumBackoffMs: 10,
  maximumBackoffMs: 40,
  stableAfterMs: 1_000,
  absentRetryMs: 60,
  listTimeoutMs: 150,
  watchMs: 60_000,
  watchIdleMs: 60_000,
  probeIntervalMs: 30,
  probeTimeoutMs: 150,
  settleMs: 400,
  coalesceMs: 20,
  reevaluateMs: 60_000,
};
