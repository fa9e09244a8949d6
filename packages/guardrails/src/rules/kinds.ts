import { Finding } from '@tenantry/plugin-tenants-common';
import {
  EnvironmentFolder,
  Inspection,
  Manifest,
} from '../inspection/Inspection';
import { manifestFinding } from '../report';
import { allowedKinds, isForbidden } from './allowedKinds';

const namePattern =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const maximumNameLength = 253;

/** The manifests hold objects of allowed kinds, each with a name, each once. */
export function kindFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(folder => [
    ...folder.manifests.flatMap(manifest => [
      ...kindFinding(manifest, folder),
      ...nameFinding(manifest),
    ]),
    ...repeated(folder.manifests),
  ]);
}

function kindFinding(
  manifest: Manifest,
  { binding, environment }: EnvironmentFolder,
): Finding[] {
  const { apiVersion, group, kind, name } = manifest;
  const isOwnNamespace =
    apiVersion === 'v1' && kind === 'Namespace' && name === binding.namespace;
  const isAllowed =
    allowedKinds[group]?.includes(kind) ||
    environment.guardrails.kinds?.some(
      extra => extra.group === group && extra.kind === kind,
    );
  if (isOwnNamespace || (apiVersion && isAllowed && !isForbidden(manifest))) {
    return [];
  }
  return [
    manifestFinding(manifest, {
      rule: 'resource-kind',
      path: '/kind',
      message: explainKind(manifest, binding.namespace),
      help: isForbidden(manifest)
        ? 'Leave it out; what needs it is set up by the operators.'
        : 'Leave it out, or ask the operators to allow the kind in the guardrails of the environment.',
    }),
  ];
}

function explainKind(
  { apiVersion, kind, group }: Manifest,
  namespace: string,
): string {
  if (!kind || !apiVersion) {
    return 'apiVersion and kind are needed, so that it can be judged.';
  }
  if (group === '' && kind === 'Namespace') {
    return `the only namespace of the tenant environment is ${namespace}.`;
  }
  if (group === '' && kind === 'Secret') {
    return 'a Secret has no place in the repository.';
  }
  return `objects of ${apiVersion} ${kind} are not allowed to tenants.`;
}

function nameFinding(manifest: Manifest): Finding[] {
  const { name } = manifest;
  return namePattern.test(name) && name.length <= maximumNameLength
    ? []
    : [
        manifestFinding(manifest, {
          rule: 'resource-name',
          path: '/metadata/name',
          message: `"${name}" is no name of an object in Kubernetes.`,
          help: 'Use lower-case letters, digits, hyphens and dots.',
        }),
      ];
}

function repeated(manifests: readonly Manifest[]): Finding[] {
  const seen = new Set<string>();
  return manifests
    .filter(({ group, kind, name }) => {
      const before = seen.size;
      return seen.add(`${group}/${kind}/${name}`).size === before;
    })
    .map(manifest =>
      manifestFinding(manifest, {
        rule: 'resource-repeated',
        path: '/metadata/name',
        message: 'it is there more than once.',
        help: 'Keep one of them.',
      }),
    );
}
