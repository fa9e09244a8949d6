import { AlertsServer } from '../config';
import { ask, ServerAddress } from './answer';
import { isRecord, partialBecause, readData } from './responses';

/** An alert that fires. */
export interface FiringAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** RFC 3339. */
  since: string;
}

/** Every alert that fires, of all tenants. */
export interface AlertsAnswer {
  alerts: FiringAlert[];
  /** As in `InstantAnswer`. */
  partial?: string;
}

/** Asks which alerts fire. */
export interface AlertsClient {
  /** @throws ServiceUnavailableError when the server cannot be asked. */
  firing(signal: AbortSignal): Promise<AlertsAnswer>;
}

/** Silenced and inhibited alerts are left out by Alertmanager; Prometheus does not know them. */
const paths: Record<AlertsServer['api'], string> = {
  prometheus: '/api/v1/alerts',
  alertmanager: '/api/v2/alerts?active=true&silenced=false&inhibited=false',
};

export function createAlertsClient(
  server: ServerAddress & Pick<AlertsServer, 'api'>,
): AlertsClient {
  const read = server.api === 'prometheus' ? readRules : readAlertmanager;
  return { firing: signal => ask(server, paths[server.api], { signal }, read) };
}

function readRules(answer: unknown): AlertsAnswer {
  const data = readData(answer);
  const partial = partialBecause(answer);
  return {
    alerts: readList(isRecord(data) && data.alerts)
      .filter(({ state }) => state === 'firing')
      .map(alert => readAlert(alert, alert.activeAt)),
    ...(partial && { partial }),
  };
}

function readAlertmanager(answer: unknown): AlertsAnswer {
  return {
    alerts: readList(answer).map(alert => readAlert(alert, alert.startsAt)),
  };
}

function readList(alerts: unknown): Record<string, unknown>[] {
  if (!Array.isArray(alerts) || !alerts.every(isRecord)) {
    throw new Error('it answers without alerts');
  }
  return alerts;
}

function readAlert(
  { labels, annotations }: Record<string, unknown>,
  since: unknown,
): FiringAlert {
  return {
    labels: readTexts(labels),
    annotations: readTexts(annotations),
    since: readTime(since),
  };
}

function readTexts(value: unknown): Record<string, string> {
  return isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    : {};
}

function readTime(value: unknown): string {
  const time = new Date(typeof value === 'string' ? value : NaN);
  if (Number.isNaN(time.getTime())) throw new Error('an alert has no time');
  return time.toISOString();
}
