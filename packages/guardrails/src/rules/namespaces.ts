import { Finding } from '@tenantry/plugin-tenants-common';
import {
  EnvironmentFolder,
  Inspection,
  Manifest,
} from '../inspection/Inspection';
import { isRecord, Placed, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';

/** Mappings whose keys are free, so that `namespace` in them names nothing. */
const freeMappings = [
  'annotations',
  'binaryData',
  'data',
  'labels',
  'matchLabels',
  'stringData',
  'values',
];
/** A route is attached to the gateway of the platform, which is in a namespace of its own. */
const sharedReferences = ['parentRefs'];

/** Nothing of a tenant is in another namespace, or refers to one. */
export function namespaceFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(folder =>
    folder.manifests.flatMap(manifest => [
      ...foreignNamespaces(manifest, folder),
      ...foreignSelectors(manifest, folder),
      ...podSecurity(manifest),
    ]),
  );
}

function foreignNamespaces(
  manifest: Manifest,
  { binding }: EnvironmentFolder,
): Finding[] {
  return namespaceFields(manifest.object, '')
    .filter(({ value }) => value !== binding.namespace)
    .map(({ path, value }) =>
      manifestFinding(manifest, {
        rule: 'resource-namespace',
        path,
        message: `${path} is ${JSON.stringify(
          value,
        )}, but the tenant's namespace is "${binding.namespace}".`,
        help: 'Leave the namespace out; the kustomization sets it.',
      }),
    );
}

function namespaceFields(value: unknown, path: string): Placed[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) =>
      namespaceFields(entry, path + pointer(index)),
    );
  }
  if (!isRecord(value)) {
    return [];
  }
  return Object.entries(value)
    .filter(([key]) => ![...freeMappings, ...sharedReferences].includes(key))
    .flatMap(([key, child]) =>
      namesNamespace(key) && !isRecord(child)
        ? [{ path: path + pointer(key), value: child }]
        : namespaceFields(child, path + pointer(key)),
    );
}

/** Such as `namespace`, and `remoteNamespace` of a secret store. */
function namesNamespace(key: string): boolean {
  return key === 'namespace' || key.endsWith('Namespace');
}

/** Monitors choose the namespaces that they scrape. */
function foreignSelectors(
  manifest: Manifest,
  { binding }: EnvironmentFolder,
): Finding[] {
  if (manifest.group !== 'monitoring.coreos.com') {
    return [];
  }
  const own = { matchNames: [binding.namespace] };
  return valuesAt(manifest.object, 'spec.namespaceSelector')
    .filter(
      ({ value }) =>
        JSON.stringify(value) !== JSON.stringify(own) &&
        JSON.stringify(value) !== '{}',
    )
    .map(({ path }) =>
      manifestFinding(manifest, {
        rule: 'resource-namespace',
        path,
        message: `${path} selects other namespaces than "${binding.namespace}".`,
        help: 'Leave the selector out: a monitor scrapes its own namespace.',
      }),
    );
}

const enforceLabel = 'pod-security.kubernetes.io/enforce';
const enforcedLevels = ['baseline', 'restricted'];

/** The cluster itself has to refuse privileged pods, whoever makes them. */
function podSecurity(manifest: Manifest): Finding[] {
  if (manifest.group !== '' || manifest.kind !== 'Namespace') {
    return [];
  }
  const [labels] = valuesAt(manifest.object, 'metadata.labels');
  const level = isRecord(labels?.value)
    ? labels.value[enforceLabel]
    : undefined;
  return enforcedLevels.includes(String(level))
    ? []
    : [
        manifestFinding(manifest, {
          rule: 'pod-security',
          path: pointer('metadata', 'labels', enforceLabel),
          message: `the label ${enforceLabel} is ${JSON.stringify(
            level ?? 'absent',
          )}; it has to be ${enforcedLevels.join(' or ')}.`,
          help: `Write ${enforceLabel}: baseline.`,
        }),
      ];
}
