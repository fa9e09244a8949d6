import { AccessRole } from '@tenantry/local-platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const folder = join(__dirname, '../../../../../deploy/rbac');
const fieldsOfRule = ['apiGroups', 'resources', 'verbs'];

/**
 * The roles of a file in `deploy/rbac`, by name.
 *
 * @throws Error when a rule says something that the local platform does not know, such as
 *   resourceNames: it would allow more than the file does.
 */
export function readRoles(file: string): ReadonlyMap<string, AccessRole> {
  const documents = parseAllDocuments(readFileSync(join(folder, file), 'utf8'));
  return new Map(
    documents
      .map(document => document.toJS())
      .filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole')
      .map(({ metadata: { name, namespace }, rules }): [string, AccessRole] => {
        rules.forEach(assertKnown);
        return [name, { rules, namespace }];
      }),
  );
}

function assertKnown(rule: object): void {
  const fields = Object.keys(rule).sort();
  if (fields.join() !== fieldsOfRule.join()) {
    throw new Error(`A rule has the fields ${fields.join(', ')}.`);
  }
}
