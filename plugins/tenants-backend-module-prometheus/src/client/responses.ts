import { pace } from '@tenantry/plugin-tenants-node';
import { plainText } from '../plainText';

/** One element of an instant vector. */
export interface InstantElement {
  labels: Record<string, string>;
  value: number;
}

/** One series of a range; timestamps are Unix times in seconds. */
export interface RangeSeries {
  labels: Record<string, string>;
  points: [timestamp: number, value: number][];
}

/**
 * The data of a successful answer.
 *
 * @throws Error when it is something else.
 */
export function readData(answer: unknown): unknown {
  if (!isRecord(answer) || answer.status !== 'success') {
    throw new Error('it answers with something else than a result');
  }
  return answer.data;
}

/**
 * Why an answer lacks what other servers know: Thanos and Mimir say so in `warnings`, where newer
 * releases of Prometheus also comment on the query itself, and VictoriaMetrics in `isPartial`.
 */
export function partialBecause(answer: unknown): string | undefined {
  if (!isRecord(answer)) return undefined;
  const warnings = Array.isArray(answer.warnings) ? answer.warnings : [];
  const warning = warnings
    .map(String)
    .find(text => !/^PromQL (info|warning)/.test(text));
  if (warning !== undefined)
    return plainText(warning, 200) || 'no reason given';
  return answer.isPartial === true
    ? 'a storage node did not answer'
    : undefined;
}

/**
 * Reads an instant vector; values that are no finite number are left out.
 *
 * @throws Error when the answer has another shape.
 */
export async function readVector(data: unknown): Promise<InstantElement[]> {
  const elements: InstantElement[] = [];
  for (const element of readResult(data, 'vector')) {
    const value = readPoint(element.value)[1];
    if (Number.isFinite(value)) {
      elements.push({ labels: readLabels(element), value });
    }
    await pace();
  }
  return elements;
}

/**
 * Reads a matrix; values that are no finite number are left out.
 *
 * @throws Error when the answer has another shape.
 */
export function readMatrix(data: unknown): RangeSeries[] {
  return readResult(data, 'matrix').map(element => ({
    labels: readLabels(element),
    points: readArray(element.values)
      .map(readPoint)
      .filter(([, value]) => Number.isFinite(value)),
  }));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readResult(data: unknown, type: string): Record<string, unknown>[] {
  if (!isRecord(data) || data.resultType !== type) {
    throw new Error(`the answer holds no ${type}`);
  }
  const result = readArray(data.result);
  if (!result.every(isRecord)) throw new Error('an element is no object');
  return result;
}

function readLabels({ metric }: Record<string, unknown>) {
  if (!isRecord(metric)) throw new Error('the labels are no texts');
  for (const name in metric) {
    if (typeof metric[name] !== 'string') {
      throw new Error('the labels are no texts');
    }
  }
  return metric as Record<string, string>;
}

function readPoint(point: unknown): [number, number] {
  const [timestamp, value] = readArray(point);
  if (typeof timestamp !== 'number' || typeof value !== 'string') {
    throw new Error('a value is no pair of time and text');
  }
  return [timestamp, value.trim() === '' ? NaN : Number(value)];
}

function readArray(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('a list is missing');
  return value;
}
