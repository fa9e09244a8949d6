import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { watchedKinds } from './health';

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

const file = join(__dirname, '../../../deploy/rbac/observer.yaml');
const documents = parseAllDocuments(readFileSync(file, 'utf8')).map(document =>
  document.toJS(),
);
const rules: Rule[] = documents.find(
  ({ kind }) => kind === 'ClusterRole',
).rules;

const allowed = rules.flatMap(({ apiGroups, resources }) =>
  apiGroups.flatMap(group => resources.map(plural => `${group}/${plural}`)),
);

describe('deploy/rbac/observer.yaml', () => {
  it('allows to read exactly the kinds that are watched', () => {
    const watched = watchedKinds.map(
      ({ group, plural }) => `${group}/${plural}`,
    );
    expect(allowed.sort()).toEqual([...new Set(watched)].sort());
  });

  it('allows nothing but reading', () => {
    for (const { verbs } of rules) {
      expect(verbs).toEqual(['get', 'list', 'watch']);
    }
  });

  it.each(['/secrets', '/configmaps', '/*'])(
    'does not allow to read %s',
    resource => {
      expect(allowed).not.toContain(resource);
      expect(allowed.join(' ')).not.toContain('*');
    },
  );
});
