import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { application } from './application/Application';

const file = join(__dirname, '../../../deploy/rbac/argocd.yaml');
const roles = parseAllDocuments(readFileSync(file, 'utf8'))
  .map(document => document.toJS())
  .filter(({ kind }) => /Role$/.test(kind));

const applications = {
  apiGroups: [application.group],
  resources: [application.plural],
};

describe('deploy/rbac/argocd.yaml', () => {
  it('allows to read Applications in their namespace, and to patch them, and nothing else', () => {
    expect(
      roles.map(({ kind, metadata: { name, namespace }, rules }) => ({
        kind,
        name,
        namespace,
        rules,
      })),
    ).toEqual([
      {
        kind: 'Role',
        name: 'tenantry-argocd',
        namespace: 'argocd',
        rules: [{ ...applications, verbs: ['get', 'list', 'watch'] }],
      },
      {
        kind: 'Role',
        name: 'tenantry-argocd-requests',
        namespace: 'argocd',
        rules: [{ ...applications, verbs: ['patch'] }],
      },
    ]);
  });
});
