import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';

/** Only what stands still is removed: its last backup is taken when it is suspended. */
export function removalFindings({
  before,
  after,
  tenants,
}: Inspection): Finding[] {
  const remaining = new Set(
    [...after.tenantEnvironments.values()].map(({ file }) => file),
  );
  const unreadable = new Set(after.findings.map(({ file }) => file));
  return [...(before?.tenantEnvironments.values() ?? [])]
    .filter(
      ({ file, descriptor }) =>
        tenants.has(descriptor.spec.tenant) &&
        !descriptor.spec.suspended &&
        !remaining.has(file) &&
        !unreadable.has(file),
    )
    .map(({ file, descriptor }) => ({
      rule: 'removal',
      file,
      message: `${descriptor.metadata.name} would be removed while it runs.`,
      help: 'Suspend it with a change of its own first, and remove it with the next.',
    }));
}
