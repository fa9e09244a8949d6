import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { ClusterContext } from '../ClusterContext';
import { recordEvent } from '../events';
import { hashNumber } from '../names';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';

interface Service extends KubernetesObject {
  spec: { type?: string; clusterIP?: string };
  status?: { loadBalancer?: { ingress?: { ip: string }[] } };
}

/** Gives each Service its address in the cluster, and load balancers one outside. */
export function serviceController(
  context: ClusterContext,
): Controller<Service> {
  const { store, clock, timings, cluster } = context;

  function publish(service: Service): void {
    const ip = publicAddress(cluster, service);
    store.updateStatus(referenceOf(service), {
      loadBalancer: { ingress: [{ ip }] },
    });
    recordEvent(context, service, {
      type: 'Normal',
      reason: 'EnsuredLoadBalancer',
      message: 'Ensured load balancer',
      component: 'service-controller',
    });
  }

  return {
    apiVersion: 'v1',
    kind: 'Service',
    reconcile(service) {
      if (!service.spec.clusterIP) {
        const clusterIP = clusterAddress(service);
        store.update({
          ...service,
          spec: { ...service.spec, clusterIP, clusterIPs: [clusterIP] },
        });
      }
      if (
        service.spec.type !== 'LoadBalancer' ||
        service.status?.loadBalancer?.ingress
      ) {
        return undefined;
      }
      const createdAt = Date.parse(service.metadata.creationTimestamp!);
      const waitMs = createdAt + 2 * timings.volume - clock.now().getTime();
      if (waitMs > 0) {
        return waitMs;
      }
      publish(service);
      return undefined;
    },
  };
}

function clusterAddress({ metadata }: Service): string {
  const number = hashNumber(
    `${metadata.namespace}/${metadata.name}`,
    250 * 250,
  );
  return `10.40.${Math.floor(number / 250) + 1}.${(number % 250) + 1}`;
}

/** From the range for benchmarks (RFC 2544), so that it is nobody's. */
function publicAddress(cluster: string, { metadata }: Service): string {
  const number = hashNumber(`${cluster}/${metadata.namespace}`, 2 * 250 * 250);
  const second = 18 + Math.floor(number / (250 * 250));
  const third = (Math.floor(number / 250) % 250) + 1;
  return `198.${second}.${third}.${(number % 250) + 1}`;
}
