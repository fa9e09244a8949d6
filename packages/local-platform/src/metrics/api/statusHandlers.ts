import { Handler } from './handlers';

/** `/api/v1/alerts`: the simulator evaluates no rules, so that no alert ever fires. */
export const handleAlerts: Handler = () => ({ alerts: [] });

/** `/api/v1/rules` */
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
