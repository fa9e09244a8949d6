import { MetricUnit } from '@tenantry/plugin-tenants-common';
import { MetricDefinition } from '../catalogue';
import { renderQuery, restrictQuery } from '../promql';

const units: Record<MetricUnit, string> = {
  bytes: 'bytes',
  seconds: 's',
  cores: 'short',
  count: 'short',
  ratio: 'percentunit',
  coins: 'short',
};
const colours = { warning: 'orange', critical: 'red' };
const panelHeight = 8;
const panelWidth = 12;
const dataSource = { type: 'prometheus', uid: '${datasource}' };

const variables = [
  { name: 'datasource', type: 'datasource', query: 'prometheus' },
  variable('cluster', 'label_values(up, cluster)'),
  variable('namespace', 'label_values(up{cluster="$cluster"}, namespace)'),
];

function variable(name: string, query: string) {
  return { name, type: 'query', datasource: dataSource, query, refresh: 2 };
}

/** The Grafana dashboard that the tenant page links to: every metric of the catalogue. */
export function createDashboard(metrics: readonly MetricDefinition[]) {
  return {
    uid: 'tenantry-tenant',
    title: 'Tenant environment',
    tags: ['tenantry'],
    editable: true,
    schemaVersion: 39,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    templating: { list: variables },
    panels: metrics.map(createPanel),
  };
}

function createPanel(metric: MetricDefinition, index: number) {
  const expr = restrictQuery(
    renderQuery(metric.query, {
      labelNames: ['cluster', 'namespace'],
      maximumAgeSeconds: 180,
    }).replace(/\s+/g, ' '),
    'cluster="$cluster",namespace="$namespace"',
  );
  const legendFormat = metric.seriesLabel
    ? `{{${metric.seriesLabel}}}`
    : metric.title;
  return {
    id: index + 1,
    type: 'timeseries',
    title: metric.title,
    description: metric.description,
    datasource: dataSource,
    gridPos: {
      x: (index % 2) * panelWidth,
      y: Math.floor(index / 2) * panelHeight,
      w: panelWidth,
      h: panelHeight,
    },
    fieldConfig: {
      defaults: {
        unit: units[metric.unit],
        thresholds: { mode: 'absolute', steps: thresholdSteps(metric) },
        custom: { thresholdsStyle: { mode: 'dashed' } },
      },
      overrides: [],
    },
    targets: [{ refId: 'A', expr, legendFormat }],
  };
}

/** Grafana's steps go upwards, each with the colour from its value on. */
function thresholdSteps({ check }: MetricDefinition) {
  const levels = [...(check?.levels ?? [])].sort((a, b) => a.limit - b.limit);
  if (check?.unwell === 'below') {
    const colourBelow = levels.map(({ severity }) => colours[severity]);
    return [null, ...levels.map(({ limit }) => limit)].map((value, index) => ({
      value,
      color: colourBelow[index] ?? 'green',
    }));
  }
  return [
    { value: null, color: 'green' },
    ...levels.map(({ limit, severity }) => ({
      value: limit,
      color: colours[severity],
    })),
  ];
}
