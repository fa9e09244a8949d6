import { setImmediate } from 'node:timers/promises';
import { instantQuery, labelsKey, Sample, SelectSeries } from '../promql';
import { AlertRule } from './AlertRule';
import { renderAnnotation } from './renderAnnotation';

/** An alert as `/api/v1/alerts` lists it; times in Unix seconds. */
export interface SimulatedAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
  activeAt: number;
  value: number;
}

export interface SimulatedRulerOptions {
  rules: readonly AlertRule[];
  select: SelectSeries;
}

/** Seconds between two evaluations, as if the rules were evaluated so often. */
const interval = 15;
/** How far back the beginning of an alert is looked for, in seconds. */
const lookBack = 3_600;
const queryTimeoutMs = 10_000;

/**
 * Evaluates alert rules when somebody asks, at most every few seconds. Since when an alert is
 * active is found by looking back over the last hour, and kept while it lasts.
 */
export class SimulatedRuler {
  #evaluated = -Infinity;
  #alerts: Promise<SimulatedAlert[]> = Promise.resolve([]);
  #activeAt = new Map<string, number>();

  constructor(private readonly options: SimulatedRulerOptions) {}

  /** @throws PromqlError when a rule cannot be evaluated. */
  alerts(timestamp: number): Promise<SimulatedAlert[]> {
    const moment = Math.floor(timestamp / interval) * interval;
    if (moment !== this.#evaluated) {
      this.#evaluated = moment;
      this.#alerts = this.#evaluate(moment);
    }
    return this.#alerts;
  }

  async #evaluate(moment: number): Promise<SimulatedAlert[]> {
    const alerts: SimulatedAlert[] = [];
    const activeAt = new Map<string, number>();
    for (const rule of this.options.rules) {
      await setImmediate();
      const results = this.#results(rule, moment);
      const began = this.#beginnings(rule, results, moment);
      for (const [key, { labels, value }] of results) {
        const since = began.get(key)!;
        activeAt.set(`${rule.name} ${key}`, since);
        alerts.push(
          toAlert(rule, Object.fromEntries(labels), value, since, moment),
        );
      }
    }
    this.#activeAt = activeAt;
    return alerts;
  }

  #results({ expression }: AlertRule, timestamp: number): Map<string, Sample> {
    const { select } = this.options;
    const value = instantQuery({
      query: expression,
      select,
      timeoutMs: queryTimeoutMs,
      timestamp,
    });
    const samples = value.type === 'vector' ? value.samples : [];
    return new Map(samples.map(sample => [labelsKey(sample.labels), sample]));
  }

  /** Since when each result has been there, in steps that double. */
  #beginnings(
    rule: AlertRule,
    results: ReadonlyMap<string, Sample>,
    moment: number,
  ): Map<string, number> {
    const known = (key: string) => this.#activeAt.get(`${rule.name} ${key}`);
    const began = new Map<string, number>();
    let unknown = [...results.keys()].filter(key => known(key) === undefined);
    for (const key of results.keys()) began.set(key, known(key) ?? moment);
    for (
      let back = interval;
      back <= lookBack && unknown.length > 0;
      back *= 2
    ) {
      const before = this.#results(rule, moment - back);
      unknown = unknown.filter(key => before.has(key));
      for (const key of unknown) began.set(key, moment - back);
    }
    return began;
  }
}

function toAlert(
  rule: AlertRule,
  labels: Record<string, string>,
  value: number,
  activeAt: number,
  moment: number,
): SimulatedAlert {
  const render = (text: string) => renderAnnotation(text, labels, value);
  return {
    labels: { alertname: rule.name, ...labels, ...rule.labels },
    annotations: Object.fromEntries(
      Object.entries(rule.annotations).map(([name, text]) => [
        name,
        render(text),
      ]),
    ),
    state: moment - activeAt >= rule.forSeconds ? 'firing' : 'pending',
    activeAt,
    value,
  };
}
