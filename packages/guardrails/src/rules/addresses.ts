import { Finding } from '@tenantry/plugin-tenants-common';
import {
  EnvironmentFolder,
  Inspection,
  Manifest,
} from '../inspection/Inspection';
import { Placed, valuesAt } from '../json';
import { manifestFinding } from '../report';

/** Where manifests let callers in by address, by kind. */
const addressPaths: Record<string, string[]> = {
  'security.istio.io/AuthorizationPolicy': [
    'spec.rules.*.from.*.source.remoteIpBlocks.*',
    'spec.rules.*.from.*.source.ipBlocks.*',
  ],
  '/Service': ['spec.loadBalancerSourceRanges.*'],
};

interface Opened extends Placed {
  manifest: Manifest;
}

/** The manifests let in whom the allow-list names, and nobody else. */
export function addressFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(folder => {
    const opened = folder.manifests.flatMap(openedBy);
    return [...tooMany(folder, opened), ...tooFew(folder, opened)];
  });
}

function openedBy(manifest: Manifest): Opened[] {
  const { group, kind, object } = manifest;
  const allows =
    kind !== 'AuthorizationPolicy' ||
    valuesAt(object, 'spec.action').every(({ value }) => value === 'ALLOW');
  return allows
    ? (addressPaths[`${group}/${kind}`] ?? [])
        .flatMap(path => valuesAt(object, path))
        .map(placed => ({ ...placed, manifest }))
    : [];
}

function tooMany(
  { binding, path: folder }: EnvironmentFolder,
  opened: readonly Opened[],
): Finding[] {
  return opened
    .filter(({ value }) => !binding.allowList.includes(String(value)))
    .map(({ manifest, path, value }) =>
      manifestFinding(manifest, {
        rule: 'allow-list-manifests',
        path,
        message: `${path} lets in "${value}", which is not on the allow-list of ${folder}/tenant.yaml.`,
        help: 'Change the allow-list, and render the manifests from it.',
      }),
    );
}

/** While a tenant is suspended, nobody has to be let in. */
function tooFew(
  { binding, path, manifests }: EnvironmentFolder,
  opened: readonly Opened[],
): Finding[] {
  const hasPolicies = manifests.some(
    ({ group, kind }) => `${group}/${kind}` in addressPaths && group !== '',
  );
  if (!hasPolicies || binding.suspended) {
    return [];
  }
  const present = new Set(opened.map(({ value }) => value));
  return binding.allowList
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => !present.has(entry))
    .map(({ entry, index }) => ({
      rule: 'allow-list-manifests',
      file: `${path}/tenant.yaml`,
      path: `/spec/allowList/${index}`,
      message: `"${entry}" is on the allow-list, but no manifest lets it in.`,
      help: 'Render the manifests from the allow-list.',
    }));
}
