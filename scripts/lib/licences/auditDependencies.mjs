import { execFile } from 'node:child_process';
import { root } from '../paths.mjs';

const timeoutMs = 60_000;
const maximumBytes = 64 * 1024 * 1024;

/**
 * Asks the package registry for known weaknesses of the packages that run in production, from
 * severity high.
 *
 * @returns {Promise<{ findings: string[] } | { reason: string }>} one sentence for each weakness, or
 *   why it could not be found out
 */
export function auditDependencies(tools) {
  return new Promise(resolve => {
    execFile(
      tools.node,
      [
        tools.yarn,
        'npm',
        'audit',
        '--all',
        '--recursive',
        '--environment=production',
        '--severity=high',
        '--json',
      ],
      {
        cwd: root,
        env: tools.env,
        timeout: timeoutMs,
        maxBuffer: maximumBytes,
      },
      (error, stdout, stderr) =>
        resolve(auditResult(error, `${stdout}\n${stderr}`)),
    );
  });
}

/** What Yarn's answer means; it ends with an error for weaknesses and for failures alike. */
export function auditResult(error, output) {
  const findings = output
    .split('\n')
    .map(parseAdvisory)
    .filter(advisory => advisory !== undefined);
  if (findings.length > 0 || !error) {
    return { findings };
  }
  const [, status] = /Response code (\d{3})/.exec(output) ?? [];
  const why = status
    ? `the package registry answers ${status} when asked for known weaknesses`
    : 'the package registry could not be asked for known weaknesses';
  return { reason: why };
}

/** Yarn writes one JSON document for each advisory. */
function parseAdvisory(line) {
  try {
    const { value, children } = JSON.parse(line);
    const { Severity, Issue, URL } = children;
    return `${value} (${Severity}): ${Issue} ${URL}`;
  } catch {
    return undefined;
  }
}
