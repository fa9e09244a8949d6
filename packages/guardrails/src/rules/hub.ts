import { Finding } from '@tenantry/plugin-tenants-common';
import { HubFolder, Inspection, Manifest } from '../inspection/Inspection';
import { manifestFinding } from '../report';
import { projectFindings } from './project';
import { realmFindings } from './realm';

/** What the hub has for a tenant concerns that tenant alone. */
export function hubFindings(inspection: Inspection): Finding[] {
  return inspection.hub.flatMap(folder =>
    folder.manifests.flatMap(manifest =>
      manifestFindings(manifest, folder, inspection),
    ),
  );
}

function manifestFindings(
  manifest: Manifest,
  { tenant }: HubFolder,
  { after }: Inspection,
): Finding[] {
  if (!after.tenants.has(tenant)) {
    return [
      manifestFinding(manifest, {
        rule: 'hub-tenant',
        path: '',
        message: `there is no tenant "${tenant}" that it could be for.`,
        help: 'Delete it together with the tenant.',
      }),
    ];
  }
  switch (`${manifest.group}/${manifest.kind}`) {
    case 'argoproj.io/AppProject':
      return projectFindings(manifest, tenant, after);
    case 'k8s.keycloak.org/KeycloakRealmImport':
      return realmFindings(manifest, tenant, after);
    default:
      return [
        manifestFinding(manifest, {
          rule: 'resource-kind',
          path: '/kind',
          message: `objects of ${manifest.apiVersion} ${manifest.kind} are not allowed on the hub for a tenant.`,
          help: 'Only an AppProject and a KeycloakRealmImport are.',
        }),
      ];
  }
}
