import { Finding } from '@tenantry/plugin-tenants-common';
import { formatGithub } from './formatGithub';
import { formatText } from './formatText';

export const formats = ['text', 'json', 'github'] as const;

export type Format = (typeof formats)[number];

/**
 * Words findings.
 *
 * @param fileCount - how many files were looked at
 */
export function formatFindings(
  format: Format,
  findings: readonly Finding[],
  fileCount: number,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ fileCount, findings }, undefined, 2)}\n`;
    case 'github':
      return formatGithub(findings, fileCount);
    default:
      return formatText(findings, fileCount);
  }
}
