import { parseDuration } from '../promql';
import { ApiError } from './ApiError';

/** Parameters of a request, from the query string and from a form in the body. */
export class RequestParameters {
  readonly #parameters: URLSearchParams;

  constructor(queryString: string, form: unknown) {
    this.#parameters = new URLSearchParams([
      ...new URLSearchParams(typeof form === 'string' ? form : ''),
      ...new URLSearchParams(queryString),
    ]);
  }

  all(name: string): string[] {
    return this.#parameters.getAll(name);
  }

  /** @throws ApiError when it is missing or empty. */
  required(name: string): string {
    const value = this.#parameters.get(name);
    if (!value) throw invalid(name, 'is missing');
    return value;
  }

  /**
   * Unix time in seconds.
   *
   * @throws ApiError when it is missing without a default, or is no time.
   */
  time(name: string, fallback?: number): number {
    const text = this.#parameters.get(name);
    if (!text && fallback !== undefined) return fallback;
    const time = parseTime(this.required(name));
    if (time === undefined) {
      throw invalid(name, 'is neither a Unix time nor an RFC 3339 time');
    }
    return time;
  }

  /**
   * Seconds.
   *
   * @throws ApiError when it is missing without a default, or is not longer than 0.
   */
  duration(name: string, fallback?: number): number {
    const text = this.#parameters.get(name);
    if (!text && fallback !== undefined) return fallback;
    const digits = this.required(name);
    const seconds = isDecimal(digits) ? Number(digits) : parseDuration(digits);
    if (seconds === undefined || seconds <= 0) {
      throw invalid(name, 'is no duration longer than 0');
    }
    return seconds;
  }

  /** A whole number; infinite when it is missing or 0. */
  limit(): number {
    const text = this.#parameters.get('limit') ?? '0';
    if (!/^\d{1,9}$/.test(text)) throw invalid('limit', 'is no whole number');
    return Number(text) || Infinity;
  }
}

function parseTime(text: string): number | undefined {
  if (isDecimal(text)) return Number(text);
  const isRfc3339 =
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text);
  const milliseconds = isRfc3339 ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}

function isDecimal(text: string): boolean {
  return /^-?\d{1,15}(\.\d+)?(e[+-]?\d{1,2})?$/i.test(text);
}

function invalid(name: string, rule: string): ApiError {
  return new ApiError('bad_data', `the parameter "${name}" ${rule}`);
}
