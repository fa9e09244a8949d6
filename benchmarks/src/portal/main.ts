import { createBackend } from '@backstage/backend-defaults';
import { serve } from '../processes/serve';

/** In bytes. */
export interface PortalMemory {
  /** By JavaScript, in its heap and outside of it, after a garbage collection. */
  used: number;
  /** As the operating system sees it; what was needed once is given back late or never. */
  rss: number;
}

/** What the process of the portal answers to the one that measures. */
export interface PortalCalls {
  memory(): Promise<PortalMemory>;
  /** Processor time since the start, in milliseconds. */
  processorTime(): Promise<number>;
}

// The backend reads its configuration from the arguments of the process.
process.argv.push('--config', process.env.BENCHMARK_CONFIG!);

const backend = createBackend();
backend.add(import('@backstage/plugin-catalog-backend'));
if (process.env.BENCHMARK_ENTITIES) {
  backend.add(import('@tenantry/plugin-catalog-backend-module-tenants'));
}
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@tenantry/plugin-permission-backend-module-tenants'));
backend.add(import('@backstage/plugin-signals-backend'));

// The stock way.
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage-community/plugin-argocd-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

// Ours.
backend.add(import('@tenantry/plugin-tenants-backend'));
backend.add(import('@tenantry/plugin-tenants-backend-module-argocd'));
backend.add(import('@tenantry/plugin-tenants-backend-module-kubernetes'));
backend.add(import('@tenantry/plugin-tenants-backend-module-prometheus'));

backend.start();

serve<PortalCalls>({
  async memory() {
    globalThis.gc!();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { used: heapUsed + external, rss };
  },
  async processorTime() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
});
