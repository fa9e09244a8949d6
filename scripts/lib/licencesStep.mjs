import { auditDependencies } from './licences/auditDependencies.mjs';
import { installedPackages } from './licences/installedPackages.mjs';
import { licencePolicy } from './licences/policy.mjs';

/** Checks the licence of each installed package, and known weaknesses of those in production. */
export async function licencesStep(tools) {
  // It needs a package that npm test may only just have installed.
  const { judgeLicences } = await import('./licences/judgeLicences.mjs');
  const licences = judgeLicences(await installedPackages(), licencePolicy);
  const audit = await auditDependencies(tools);
  const weaknesses = audit.findings ?? [];
  const reason = audit.reason && `no audit: ${audit.reason}`;
  for (const line of [...licences.findings, ...weaknesses, reason]) {
    process.stdout.write(line ? `${line}\n` : '');
  }
  return {
    passed: licences.passed,
    failed: licences.findings.length + weaknesses.length,
    skipped: reason ? 1 : 0,
    reason,
  };
}
