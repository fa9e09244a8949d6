import {
  AlertsClient,
  FiringAlert,
  InstantAnswer,
  InstantElement,
} from '../client';
import { ConnectedServer } from '../servers';

/** What a metric answers: values, an answer, or why there is none. */
export type FakeAnswer = InstantElement[] | InstantAnswer | Error;

/** A metrics server that answers a query by the first metric name in it, any other by `any`. */
export function fakeServer(overrides: Partial<ConnectedServer> = {}) {
  const queries: string[] = [];
  const answers: Record<string, FakeAnswer> = {};
  const answerTo = (query: string) =>
    Object.entries(answers).find(([metric]) => query.includes(metric))?.[1] ??
    answers.any ??
    [];
  const server: ConnectedServer = {
    name: 'prometheus',
    has: () => true,
    metrics: {
      async query(query) {
        queries.push(query);
        const answer = answerTo(query);
        if (answer instanceof Error) throw answer;
        return Array.isArray(answer) ? { elements: answer } : answer;
      },
      queryRange: jest.fn(),
    },
    ...overrides,
  };
  return { server, queries, answers };
}

/** Alerts that can be changed; an error when they cannot be asked for. */
export function fakeAlerts() {
  const state: { firing: FiringAlert[] | Error; partial?: string } = {
    firing: [],
  };
  const client: AlertsClient = {
    async firing() {
      if (state.firing instanceof Error) throw state.firing;
      return { alerts: state.firing, partial: state.partial };
    },
  };
  return { state, client };
}

/** An alert that fires for a binding's labels. */
export function firingAlert(
  labels: Record<string, string>,
  annotations: Record<string, string> = {},
): FiringAlert {
  return { labels, annotations, since: '2026-09-01T11:00:00.000Z' };
}
