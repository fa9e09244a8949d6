import { badRequest } from '../ApiError';
import { LogLine } from './ContainerLogs';

export interface LogOptions {
  follow: boolean;
  previous: boolean;
  /** The lines that the request asks for. */
  select(lines: LogLine[], now: Date): LogLine[];
  /** A line as it is sent, with its end. */
  format(line: LogLine): string;
}

/** @throws ApiError when a number or a time is malformed. */
export function readLogOptions(query: URLSearchParams): LogOptions {
  const is = (name: string) => query.get(name) === 'true';
  const tailLines = readNumber(query, 'tailLines');
  const since = readSince(query);
  const timestamps = is('timestamps');
  return {
    follow: is('follow'),
    previous: is('previous'),
    select(lines, now) {
      const start = since(now);
      const wanted = lines.filter(({ time }) => time.getTime() >= start);
      return tailLines === undefined
        ? wanted
        : wanted.slice(Math.max(0, wanted.length - tailLines));
    },
    format: ({ time, text }) =>
      timestamps ? `${time.toISOString()} ${text}\n` : `${text}\n`,
  };
}

/** The time, in milliseconds, from which on lines are wanted. */
function readSince(query: URLSearchParams): (now: Date) => number {
  const seconds = readNumber(query, 'sinceSeconds');
  if (seconds !== undefined) {
    return now => now.getTime() - seconds * 1000;
  }
  const text = query.get('sinceTime');
  const time = text ? Date.parse(text) : -Infinity;
  if (Number.isNaN(time)) {
    throw badRequest(`sinceTime must be a time as in RFC 3339, not "${text}"`);
  }
  return () => time;
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw badRequest(`${name} must be a whole number, not "${text}"`);
  }
  return Number(text);
}
