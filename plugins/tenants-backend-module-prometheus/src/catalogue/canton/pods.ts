import { MetricDefinition } from '../MetricDefinition';

/** What Prometheus, the kubelet and kube-state-metrics say about pods. */
export const podMetrics: readonly MetricDefinition[] = [
  {
    id: 'scrape-targets',
    title: 'Scrape targets',
    description:
      'Whether Prometheus could scrape each job in the last minutes: 1 yes, 0 no.',
    unit: 'count',
    seriesLabel: 'job',
    query: 'max by ($labels, job) (max_over_time(up[$age]))',
    chart: false,
    check: {
      expected: true,
      unwell: 'below',
      runbook: 'metrics-missing',
      levels: [
        {
          severity: 'critical',
          limit: 1,
          label: 'Down',
          reason: 'TargetDown',
          message:
            'Prometheus cannot scrape: {names}. What they report is not known; likely their pods are down, or the mesh refuses the scraper. Look at the pods first.',
        },
      ],
    },
  },
  {
    id: 'container-restarts',
    title: 'Restarts',
    description: 'Restarts of the containers of each pod in the last hour.',
    unit: 'count',
    seriesLabel: 'pod',
    query:
      'sum by ($labels, pod) (increase(kube_pod_container_status_restarts_total[1h]))',
    chart: true,
  },
  {
    id: 'cpu',
    title: 'CPU',
    description: 'Cores that each pod uses, on average over five minutes.',
    unit: 'cores',
    seriesLabel: 'pod',
    query:
      'sum by ($labels, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))',
    chart: true,
  },
  {
    id: 'memory',
    title: 'Memory',
    description: 'Memory that each pod cannot do without.',
    unit: 'bytes',
    seriesLabel: 'pod',
    query:
      'sum by ($labels, pod) (last_over_time(container_memory_working_set_bytes{container!=""}[$age]))',
    chart: true,
  },
];
