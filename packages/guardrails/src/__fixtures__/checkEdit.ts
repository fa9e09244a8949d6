import { FileChange, Finding } from '@tenantry/plugin-tenants-common';
import { parseRegistry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { parseAllDocuments, stringify } from 'yaml';
import { checkChange } from '../checkChange';
import { acmeFiles, otherFiles, platformFiles } from './files';

/** The places that most tests are about. */
export const places = {
  client: 'clients/acme-01/client.yaml',
  tenant: 'clients/acme-01/test/tenant.yaml',
  values: 'clients/acme-01/test/values/web.yaml',
  kustomization: 'clients/acme-01/test/manifests/kustomization.yaml',
  namespace: 'clients/acme-01/test/manifests/namespace.yaml',
  workload: 'clients/acme-01/test/manifests/workload.yaml',
  routes: 'clients/acme-01/test/manifests/routes.yaml',
  hub: 'hub/tenants/acme-01.yaml',
};

/** A new content, or what is done to the objects in the file; null deletes it. */
export type Edit = string | null | ((...objects: any[]) => void);

/** What the guardrails say of a change of the tenant acme-01. */
export function checkEdit(edits: Record<string, Edit>): Finding[] {
  const existingFiles = acmeFiles();
  return checkChange({
    registry: parseRegistry([
      ...platformFiles(),
      ...existingFiles,
      ...otherFiles(),
    ]),
    existingFiles,
    files: Object.entries(edits).map(([path, edit]) =>
      toChange(
        path,
        edit,
        existingFiles.find(file => file.path === path),
      ),
    ),
  });
}

/** Rule, file and place of each finding. */
export function brokenBy(edits: Record<string, Edit>): string[] {
  return checkEdit(edits).map(({ rule, file, path }) =>
    [rule, file, path].filter(Boolean).join(' '),
  );
}

function toChange(
  path: string,
  edit: Edit,
  existing?: RepositoryFile,
): FileChange {
  if (edit === null) {
    return { path, operation: 'delete' };
  }
  return {
    path,
    operation: existing ? 'update' : 'create',
    content:
      typeof edit === 'string' ? edit : edited(existing?.content ?? '', edit),
  };
}

function edited(content: string, edit: (...objects: any[]) => void): string {
  const documents = [...parseAllDocuments(content)];
  const objects = documents.map(document => document.toJS());
  edit(...objects);
  return objects
    .map(object => stringify(object, { aliasDuplicateObjects: false }))
    .join('---\n');
}
