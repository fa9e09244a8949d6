import { Finding } from '@tenantry/plugin-tenants-common';
import { Manifest } from './inspection/Inspection';

/** As many findings as anybody reads. */
export const maximumFindings = 200;

/** The same findings in the same order for the same input, without repetition and within the limit. */
export function report(findings: readonly Finding[]): Finding[] {
  const unique = new Map(
    findings.map(finding => [sortKey(finding), finding] as const),
  );
  const sorted = [...unique]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, finding]) => finding);
  return sorted.length <= maximumFindings
    ? sorted
    : [...sorted.slice(0, maximumFindings - 1), more(sorted.length)];
}

function sortKey({ file, path, rule, message }: Finding): string {
  return [file ?? '', path ?? '', rule, message].join('\u0000');
}

function more(total: number): Finding {
  return {
    rule: 'more-findings',
    message: `Findings that are not shown: ${total - maximumFindings + 1}.`,
    help: 'Mend those that are shown, and check again.',
  };
}

/** A finding about an object; the message begins with its kind and name. */
export function manifestFinding(
  { file, kind, name }: Manifest,
  { message, ...rest }: Pick<Finding, 'rule' | 'path' | 'message' | 'help'>,
): Finding {
  const subject = [kind || 'An object', name].filter(Boolean).join('/');
  return { ...rest, file, message: `${subject}: ${message}` };
}
