import { Finding } from '@tenantry/plugin-tenants-common';
import { plain } from './plain';
import { summary } from './summary';

/** For a terminal and the log of a CI. */
export function formatText(
  findings: readonly Finding[],
  fileCount: number,
): string {
  return [...findings.map(formatFinding), summary(findings, fileCount)].join(
    '\n',
  );
}

function formatFinding({ rule, message, help, ...finding }: Finding): string {
  return [
    `${placeOf(finding)}  ${rule}`,
    `    ${plain(message)}`,
    ...(help ? [`    ${plain(help)}`] : []),
    '',
  ].join('\n');
}

function placeOf({ field, file, path }: Partial<Finding>): string {
  if (file) {
    return plain(path ? `${file}:${path}` : file);
  }
  return field ? `value ${plain(field)}` : '(whole change)';
}
