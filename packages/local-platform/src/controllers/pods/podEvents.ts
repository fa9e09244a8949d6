import { ObjectEvent } from '../events';
import { Pod } from './Pod';
import { PodStage } from './stages';

/** What the kubelet reports when a pod comes to a stage from another one. */
export function stageEvents(pod: Pod, stage: PodStage): ObjectEvent[] {
  const { name: container, image, readinessProbe } = pod.spec.containers[0];
  const normal = (reason: string, message: string) =>
    event('Normal', reason, message);
  switch (stage.name) {
    case 'ConfigError':
      return [event('Warning', 'Failed', `Error: ${stage.message}`)];
    case 'Starting':
      return [
        normal(
          'Pulled',
          `Container image "${image}" already present on machine`,
        ),
        normal('Created', `Created container: ${container}`),
        normal('Started', `Started container ${container}`),
      ];
    case 'NotReady':
      return [
        event(
          'Warning',
          'Unhealthy',
          readinessProbe?.grpc
            ? 'Readiness probe failed: service unhealthy (responded with "NOT_SERVING")'
            : 'Readiness probe failed: HTTP probe failed with statuscode: 503',
        ),
      ];
    case 'Crashed':
      return [
        event(
          'Warning',
          'BackOff',
          `Back-off restarting failed container ${container} in pod ${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})`,
        ),
      ];
    default:
      return [];
  }
}

function event(
  type: ObjectEvent['type'],
  reason: string,
  message: string,
): ObjectEvent {
  return { type, reason, message, component: 'kubelet' };
}
