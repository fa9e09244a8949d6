import { Point } from '../values';

/** The range that the values were selected from, Unix time in seconds. */
export interface RangeWindow {
  start: number;
  end: number;
}

interface ChangeOptions {
  /** A value below the one before it means that the counter began again at 0. */
  counter: boolean;
  /** Per second instead of over the whole range. */
  rate: boolean;
}

/**
 * The change over a range, as `rate`, `increase` and `delta` see it. The values seldom begin and
 * end exactly with the range, so the change between them is extended to its edges: all the way
 * when an edge is about as near as the next value would be, by half the distance between values
 * otherwise, and never to before a counter was 0.
 */
export function extrapolatedChange({ counter, rate }: ChangeOptions) {
  return (points: Point[], { start, end }: RangeWindow): number | undefined => {
    if (points.length < 2) return undefined;
    const first = points[0];
    const last = points[points.length - 1];
    const change =
      last.value - first.value + (counter ? lostInResets(points) : 0);
    const sampled = last.timestamp - first.timestamp;
    const distance = sampled / (points.length - 1);
    const reach = (gap: number) => (gap < distance * 1.1 ? gap : distance / 2);

    let before = reach(first.timestamp - start);
    if (counter && change > 0 && first.value >= 0) {
      before = Math.min(before, sampled * (first.value / change));
    }
    const after = reach(end - last.timestamp);
    const total = change * ((sampled + before + after) / sampled);
    return rate ? total / (end - start) : total;
  };
}

/** The change between the last two values, as `irate` and `idelta` see it. */
export function lastChange({ counter, rate }: ChangeOptions) {
  return (points: Point[]): number | undefined => {
    if (points.length < 2) return undefined;
    const [previous, last] = points.slice(-2);
    const wasReset = counter && last.value < previous.value;
    const change = wasReset ? last.value : last.value - previous.value;
    return rate ? change / (last.timestamp - previous.timestamp) : change;
  };
}

function lostInResets(points: Point[]): number {
  let lost = 0;
  for (let index = 1; index < points.length; index++) {
    const previous = points[index - 1].value;
    if (points[index].value < previous) lost += previous;
  }
  return lost;
}
