import { Finding } from '@tenantry/plugin-tenants-common';

/** The last line: how many findings in how many of the files. */
export function summary(
  findings: readonly Finding[],
  fileCount: number,
): string {
  const checked = count(fileCount, 'file');
  if (findings.length === 0) {
    return `No findings in ${checked}.\n`;
  }
  const files = new Set(findings.flatMap(({ file }) => file ?? []));
  const rules = new Set(findings.map(({ rule }) => rule));
  return `${count(findings.length, 'finding')} of ${count(
    rules.size,
    'rule',
  )} in ${count(files.size, 'file')}; ${checked} checked.\n`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
