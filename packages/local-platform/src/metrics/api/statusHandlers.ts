import { SimulatedAlert } from '../rules';
import { formatValue } from './format';
import { Handler } from './handlers';

/** `/api/v1/alerts`: those of the rules that come with the product. */
export const handleAlerts: Handler = async (_parameters, context) => ({
  alerts: (await context.alerts()).map(formatAlert),
});

/** `/api/v1/rules`: the simulator lists none. */
export const handleRules: Handler = () => ({ groups: [] });

/** `/api/v1/status/buildinfo`: the version whose API and PromQL are followed. */
export const handleBuildInfo: Handler = () => ({
  version: '3.0.0',
  revision: 'simulated',
  branch: 'simulated',
  buildUser: '',
  buildDate: '',
  goVersion: '',
});

function formatAlert({ activeAt, value, ...alert }: SimulatedAlert) {
  return {
    ...alert,
    activeAt: new Date(activeAt * 1000).toISOString(),
    value: formatValue(value),
  };
}
