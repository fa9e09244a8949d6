import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createDashboard } from './__testUtils__/dashboard';
import { builtInMetrics } from './__testUtils__/metrics';

const file = resolve(__dirname, '../../../deploy/grafana/tenant.json');

describe('the shipped dashboard', () => {
  it('shows the metrics of the catalogue; UPDATE_DASHBOARD=1 writes it anew', () => {
    const dashboard = `${JSON.stringify(
      createDashboard(builtInMetrics),
      undefined,
      2,
    )}\n`;
    if (process.env.UPDATE_DASHBOARD) writeFileSync(file, dashboard);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
      JSON.parse(dashboard),
    );
  });
});
