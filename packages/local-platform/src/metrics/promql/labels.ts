/**
 * Label names and values of a series in the order of their names, as `toLabels` builds them; a label
 * with an empty value is the same as none.
 */
export type Labels = ReadonlyMap<string, string>;

/** The label that holds the metric's name. */
export const metricNameLabel = '__name__';

/** Builds labels in the order of their names, without those that have an empty value. */
export function toLabels(entries: Iterable<readonly [string, string]>): Labels {
  return new Map(
    [...entries]
      .filter(([, value]) => value !== '')
      .sort(([left], [right]) => compareText(left, right)),
  );
}

/** Equal for equal labels: as in PromQL, for example `{job="a",pod="b"}`. */
export function labelsKey(labels: Labels): string {
  let key = '';
  for (const [name, value] of labels) {
    key += `${key && ','}${name}=${JSON.stringify(value)}`;
  }
  return `{${key}}`;
}

export function keepLabels(labels: Labels, names: readonly string[]): Labels {
  return filterLabels(labels, name => names.includes(name));
}

export function dropLabels(labels: Labels, names: readonly string[]): Labels {
  return filterLabels(labels, name => !names.includes(name));
}

export function dropMetricName(labels: Labels): Labels {
  return labels.has(metricNameLabel)
    ? dropLabels(labels, [metricNameLabel])
    : labels;
}

/** Sets one label; an empty value removes it. */
export function withLabel(labels: Labels, name: string, value: string): Labels {
  return toLabels([...dropLabels(labels, [name]), [name, value]]);
}

function filterLabels(
  labels: Labels,
  keeps: (name: string) => boolean,
): Labels {
  const kept = new Map<string, string>();
  for (const [name, value] of labels) {
    if (keeps(name)) kept.set(name, value);
  }
  return kept;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
