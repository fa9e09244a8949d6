import { FamilySnapshot } from '../simulation';

/** Media type of the text exposition format. */
export const expositionContentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Values of one moment in the text exposition format, which a Prometheus can scrape. */
export function renderExposition(families: FamilySnapshot[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(renderFamily)
    .join('');
}

function renderFamily({ family, samples }: FamilySnapshot): string {
  const lines = [
    `# HELP ${family.name} ${family.help}`,
    `# TYPE ${family.name} ${family.type}`,
    ...samples.map(
      ({ labels, value }) => `${family.name}{${renderLabels(labels)}} ${value}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function renderLabels(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeValue(value)}"`)
    .join(',');
}

function escapeValue(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}
