import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';
import { environmentFolder, tenantPath } from '../inspection/tenantPaths';

/** Descriptors are valid, and there is one wherever a tenant has files. */
export function descriptorFindings(inspection: Inspection): Finding[] {
  return [
    ...inspection.after.findings.map(withHelp),
    ...missingDescriptors(inspection),
  ];
}

/** How to mend what the registry itself refuses, by its rule. */
const help: Record<string, string> = {
  yaml: 'Correct the file so that it can be parsed.',
  'path-matches-name': 'Name the folder and the descriptor alike.',
  'known-reference':
    'Correct the name, or add the descriptor that it stands for.',
  'unique-name': 'Choose another name.',
  'unique-namespace': 'Use the namespace that belongs to the tenant alone.',
};

function withHelp(finding: Finding): Finding {
  const fallback = finding.rule.startsWith('schema/')
    ? 'Correct the descriptor by the schema of its kind.'
    : undefined;
  return { help: help[finding.rule] ?? fallback, ...finding };
}

/** Without its descriptor nobody could say to whom a file belongs, or judge it. */
function missingDescriptors({ files, after, tenants }: Inspection): Finding[] {
  const paths = new Set(files.map(({ path }) => path));
  const needed = new Map<string, string>();
  for (const path of paths) {
    const place = tenantPath(path);
    if (!place || !tenants.has(place.tenant)) {
      continue;
    }
    const { tenant, environment } = place;
    needed.set(`clients/${tenant}/client.yaml`, path);
    if (environment) {
      needed.set(`${environmentFolder(tenant, environment)}/tenant.yaml`, path);
    }
  }
  const known = [
    ...after.tenants.values(),
    ...after.tenantEnvironments.values(),
  ].map(({ file }) => file);
  const described = new Set([...paths, ...known]);
  return [...needed]
    .filter(([descriptor]) => !described.has(descriptor))
    .map(([descriptor, file]) => ({
      rule: 'descriptor-missing',
      file,
      message: `${file} is there, but ${descriptor} is not.`,
      help: `Add ${descriptor}, or delete the files that belong to it.`,
    }));
}
