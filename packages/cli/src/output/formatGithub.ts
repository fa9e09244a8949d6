import { Finding } from '@tenantry/plugin-tenants-common';
import { plain } from './plain';
import { summary } from './summary';

/**
 * Workflow commands that GitHub and Gitea show beside the files, see
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
 */
export function formatGithub(
  findings: readonly Finding[],
  fileCount: number,
): string {
  return [...findings.map(formatFinding), summary(findings, fileCount)].join(
    '\n',
  );
}

function formatFinding({ rule, message, help, file, path }: Finding): string {
  const properties = [
    ...(file ? [`file=${escapeProperty(file)}`] : []),
    `title=${escapeProperty(rule)}`,
  ].join(',');
  const text = [path, message, help].filter(Boolean).join(' ');
  return `::error ${properties}::${escapeData(plain(text))}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
