import { InputError } from '@backstage/errors';
import { Finding } from '@tenantry/plugin-tenants-common';

/** Lists findings, one in a line, each with its place, its rule and how to mend it. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings.map(describeFinding).join('\n');
}

/** @throws InputError with all findings, unless there are none. */
export function assertNoFindings(findings: readonly Finding[]): void {
  if (findings.length > 0) {
    throw new InputError(
      `The change breaks these rules:\n${describeFindings(findings)}`,
    );
  }
}

function describeFinding({ field, file, path, rule, message, help }: Finding) {
  const place = field ?? [file, path].filter(Boolean).join('#');
  const words = [message, help].filter(Boolean).join(' ');
  return `- ${place ? `${place} ` : ''}(${rule}): ${words}`;
}
