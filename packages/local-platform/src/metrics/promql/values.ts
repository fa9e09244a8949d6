import { labelsKey, Labels } from './labels';
import { PromqlError } from './PromqlError';

/** One value of a series; the timestamp is Unix time in seconds. */
export interface Point {
  timestamp: number;
  value: number;
}

/** One element of an instant vector. */
export interface Sample extends Point {
  labels: Labels;
}

/** One element of a range vector; its points are in order of time. */
export interface PointsOfSeries {
  labels: Labels;
  points: Point[];
}

/** What an expression evaluates to at one moment. */
export type Value =
  | { type: 'scalar'; value: number }
  | { type: 'string'; value: string }
  | { type: 'vector'; samples: Sample[] }
  | { type: 'matrix'; series: PointsOfSeries[] };

export type ValueType = Value['type'];

/** Where selectors find their series. */
export interface Series {
  labels: Labels;
  /** The newest value not after the given time, unless the series had gone by then. */
  pointAt(timestamp: number): Point | undefined;
  /** Values after `start` up to and including `end`. */
  pointsBetween(start: number, end: number): Point[];
}

/**
 * Refuses a vector in which two elements have the same labels, as happens when a function drops
 * the names of different metrics.
 *
 * @throws PromqlError of type `execution`.
 */
export function assertUniqueLabels<T extends { labels: Labels }>(
  elements: T[],
): T[] {
  const keys = new Set(elements.map(({ labels }) => labelsKey(labels)));
  if (keys.size < elements.length) {
    throw new PromqlError(
      'execution',
      'the result holds several series with the same labels',
    );
  }
  return elements;
}
