/** An answer of the Prometheus HTTP API. */
export interface Answer {
  status: string;
  errorType?: string;
  error?: string;
  data?: { resultType: string; result: unknown };
}

type Pair = [timestamp: number, value: string];

interface Element {
  metric: Record<string, string>;
  value?: Pair;
  values?: Pair[];
}

export async function ask(
  url: string,
  path: string,
  parameters: Record<string, string | number>,
): Promise<Answer> {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [name, String(value)]),
  );
  return (await fetch(`${url}/api/v1/${path}?${search}`)).json();
}

/**
 * Says where two answers differ: in the type, in the labels or timestamps of a series, or in a
 * value by more than the given share. A simulator that adds in another order rounds differently.
 */
export function differences(
  actual: Answer,
  expected: Answer,
  share = 1e-9,
): string[] {
  if (actual.status !== expected.status) {
    return [`${JSON.stringify(actual)} and ${JSON.stringify(expected)}`];
  }
  const ours = flatten(actual);
  const theirs = flatten(expected);
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap(key => {
    const [left, right] = [ours.get(key), theirs.get(key)];
    return isNear(left, right, share) ? [] : [`${key}: ${left} and ${right}`];
  });
}

function isNear(left = '', right = '', share: number): boolean {
  if (left === right) return true;
  const distance = Math.abs(Number(left) - Number(right));
  return (
    left !== '' &&
    right !== '' &&
    distance <= share * Math.max(1, Math.abs(Number(right)))
  );
}

/** Every value by its type, labels and timestamp. */
function flatten({ data }: Answer): Map<string, string> {
  const values = new Map<string, string>();
  for (const { metric, value, values: many } of elements(data?.result ?? [])) {
    const labels = JSON.stringify(Object.entries(metric).sort());
    for (const [timestamp, text] of many ?? [value!]) {
      values.set(`${data?.resultType} ${labels} ${timestamp}`, text);
    }
  }
  return values;
}

function elements(result: unknown): Element[] {
  const list = result as Element[];
  const isSingle = Array.isArray(result) && typeof result[0] === 'number';
  return isSingle ? [{ metric: {}, value: result as unknown as Pair }] : list;
}
