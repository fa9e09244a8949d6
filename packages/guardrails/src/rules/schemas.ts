import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection, Manifest } from '../inspection/Inspection';
import { manifestFinding } from '../report';
import { explainResource } from '../resources';

/** Every object is what the API server would accept. */
export function schemaFindings({ environments, hub }: Inspection): Finding[] {
  return [...environments, ...hub].flatMap(({ manifests }) =>
    manifests.filter(isTyped).flatMap(explain),
  );
}

/** What has no kind is refused for that. */
function isTyped({ apiVersion, kind }: Manifest): boolean {
  return apiVersion !== '' && kind !== '';
}

function explain(manifest: Manifest): Finding[] {
  // A kind without a schema is one that the guardrails of an environment allow by its name.
  return (explainResource(manifest.object) ?? []).map(
    ({ reason, path, message }) =>
      manifestFinding(manifest, {
        rule: `resource-schema/${reason}`,
        path,
        message,
        help:
          reason === 'unknown-field'
            ? 'Correct the spelling or the place of the field, or leave it out.'
            : 'Correct the value by the reference of the kind.',
      }),
  );
}
