import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection, Manifest } from '../inspection/Inspection';
import { asRecord, JsonRecord, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';
import { PodTemplate, podTemplate } from './podTemplates';

/**
 * A pod gets no token of the Kubernetes API by default: it says so itself, or its service account
 * does. A pod that needs one says `automountServiceAccountToken: true`, and has an account of its
 * own.
 */
export function tokenFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(({ manifests }) =>
    manifests
      .map(podTemplate)
      .filter(template => template !== undefined)
      .filter(template => !isDecided(template, manifests))
      .map(({ manifest, path }) =>
        manifestFinding(manifest, {
          rule: 'service-account-token',
          path: path + pointer('automountServiceAccountToken'),
          message: 'the pod gets a token of the Kubernetes API without need.',
          help: 'Write automountServiceAccountToken: false for the pod or its service account; a pod that needs the token says true and names an account of its own.',
        }),
      ),
  );
}

function isDecided(
  { spec }: PodTemplate,
  manifests: readonly Manifest[],
): boolean {
  const account = spec.serviceAccountName ?? 'default';
  if (hasProjectedToken(spec)) {
    return spec.automountServiceAccountToken === true && account !== 'default';
  }
  if (spec.automountServiceAccountToken !== undefined) {
    return spec.automountServiceAccountToken === false || account !== 'default';
  }
  return manifests.some(
    ({ group, kind, name, object }) =>
      group === '' &&
      kind === 'ServiceAccount' &&
      name === account &&
      object.automountServiceAccountToken === false,
  );
}

/** A token without an audience is one for the Kubernetes API, however it gets into the pod. */
function hasProjectedToken(spec: JsonRecord): boolean {
  return valuesAt(
    spec,
    'volumes.*.projected.sources.*.serviceAccountToken',
  ).some(({ value }) => asRecord(value).audience === undefined);
}
