const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const formats: Record<string, (value: number) => string> = {
  humanize: value => decimal(value),
  humanizePercentage: value => `${decimal(value * 100)}%`,
  humanizeDuration,
};

/** Fills `{{ $labels.name }}` and `{{ $value | format }}` in, as far as the shipped rules go. */
export function renderAnnotation(
  template: string,
  labels: Record<string, string>,
  value: number,
): string {
  return template
    .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, name) => labels[name] ?? '')
    .replace(/\{\{ \$value(?: \| (\w+))? \}\}/g, (_, format) =>
      (formats[format] ?? String)(value),
    );
}

function humanizeDuration(seconds: number): string {
  const size = Math.round(Math.abs(seconds));
  const parts = [
    [Math.floor(size / day), 'd'],
    [Math.floor((size % day) / hour), 'h'],
    [Math.floor((size % hour) / minute), 'm'],
    [size % minute, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first);
  const text = shown.map(([count, unit]) => `${count}${unit}`).join(' ');
  return seconds < 0 ? `-${text}` : text;
}

function decimal(value: number): string {
  return String(Number(value.toPrecision(4)));
}
