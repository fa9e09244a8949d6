import { Config } from '@backstage/config';
import { readHeaders } from './readHeaders';
import { invalidKey, readChoice } from './reading';

/** A server with the HTTP API of Prometheus. */
export interface MetricsServer {
  /** Name in reports on connectivity. */
  name: string;
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
  /** Clusters of the registry whose series it has; absent for all that no other server has. */
  clusters?: readonly string[];
  /** Where its alerts are; absent where nobody is to ask for them. */
  alerts?: AlertsServer;
}

/** A server that says which alerts fire. */
export interface AlertsServer {
  api: 'prometheus' | 'alertmanager';
  /** Without a slash at the end. */
  url: string;
  headers: Record<string, string>;
}

const path = 'tenants.prometheus';
const maximumServers = 50;
const keysOfOneServer = [
  'url',
  'headers',
  'tenantId',
  'basicAuth',
  'bearerToken',
  'alerts.api',
  'alerts.url',
];

/**
 * Reads the servers: those of `servers`, or the one of `url`.
 *
 * @param config - the section `tenants.prometheus`
 * @throws InputError that names the key and the rule.
 */
export function readServers(config: Config): MetricsServer[] {
  if (!config.has('servers')) {
    return [{ ...readServer(config, path), name: 'prometheus' }];
  }
  const stray = keysOfOneServer.find(key => config.has(key));
  if (stray) {
    throw invalidKey(`${path}.${stray}`, 'must not stand beside "servers"');
  }
  const servers = config
    .getConfigArray('servers')
    .map((server, index) =>
      readNamedServer(server, `${path}.servers[${index}]`),
    );
  checkServers(servers);
  return servers;
}

function readNamedServer(config: Config, key: string): MetricsServer {
  const name = config.getString('name');
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
    throw invalidKey(
      `${key}.name`,
      `must be lower-case letters, digits and dashes, not "${name}"`,
    );
  }
  return { ...readServer(config, key), name };
}

function readServer(config: Config, key: string): Omit<MetricsServer, 'name'> {
  const url = readUrl(config.getString('url'), `${key}.url`);
  const headers = readHeaders(config, key);
  const clusters = config.getOptionalStringArray('clusters');
  const alerts = readAlerts(config, key, { url, headers });
  return {
    url,
    headers,
    ...(clusters && { clusters }),
    ...(alerts && { alerts }),
  };
}

function readAlerts(
  config: Config,
  key: string,
  server: { url: string; headers: Record<string, string> },
): AlertsServer | undefined {
  const section = config.getOptionalConfig('alerts');
  const api = section
    ? readChoice(section, 'api', {
        path: `${key}.alerts`,
        choices: ['prometheus', 'alertmanager', 'none'] as const,
        fallback: 'prometheus',
      })
    : 'prometheus';
  if (api === 'none') return undefined;
  if (!section?.has('url')) {
    if (api === 'prometheus') return { api, ...server };
    throw invalidKey(`${key}.alerts.url`, 'must say where Alertmanager is');
  }
  // Credentials of the metrics are not for another server.
  return {
    api,
    url: readUrl(section.getString('url'), `${key}.alerts.url`),
    headers: readHeaders(section, `${key}.alerts`),
  };
}

function readUrl(text: string, key: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw invalidKey(key, 'must be an http or https address');
  }
  if (url.username || url.password) {
    throw invalidKey(
      key,
      'must not hold credentials; use "basicAuth", "bearerToken" or "headers"',
    );
  }
  return text.replace(/\/+$/, '');
}

function checkServers(servers: MetricsServer[]): void {
  const key = `${path}.servers`;
  if (servers.length === 0 || servers.length > maximumServers) {
    throw invalidKey(key, `must name 1 to ${maximumServers} servers`);
  }
  const name = twice(servers.map(server => server.name));
  if (name) throw invalidKey(key, `names "${name}" twice`);
  const cluster = twice(servers.flatMap(({ clusters }) => clusters ?? []));
  if (cluster) {
    throw invalidKey(key, `has two servers for the cluster "${cluster}"`);
  }
  if (servers.filter(({ clusters }) => !clusters).length > 1) {
    throw invalidKey(key, 'must say with "clusters" which server has which');
  }
}

function twice(names: string[]): string | undefined {
  return names.find((name, index) => names.indexOf(name) < index);
}
