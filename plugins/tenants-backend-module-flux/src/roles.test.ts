import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { helmRelease, kustomization, sourceKinds } from './objects';

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

const file = join(__dirname, '../../../deploy/rbac/flux.yaml');
const documents = parseAllDocuments(readFileSync(file, 'utf8')).map(document =>
  document.toJS(),
);

/** What the rules of a role allow, as `verb group/plural`. */
function allowedBy(kind: string): string[] {
  const { rules } = documents.find(document => document.kind === kind);
  return (rules as Rule[])
    .flatMap(({ apiGroups, resources, verbs }) =>
      verbs.flatMap(verb =>
        apiGroups.flatMap(group =>
          resources.map(plural => `${verb} ${group}/${plural}`),
        ),
      ),
    )
    .sort();
}

function each(
  verbs: string[],
  kinds: { group: string; plural: string }[],
): string[] {
  return verbs
    .flatMap(verb =>
      kinds.map(({ group, plural }) => `${verb} ${group}/${plural}`),
    )
    .sort();
}

/** What is only an address, or only a chart, is fetched with what it belongs to. */
const fetched = ['GitRepository', 'OCIRepository', 'Bucket'];

describe('deploy/rbac/flux.yaml', () => {
  it('allows to read exactly the kinds that are watched', () => {
    expect(allowedBy('ClusterRole')).toEqual(
      each(
        ['get', 'list', 'watch'],
        [kustomization, helmRelease, ...sourceKinds.values()],
      ),
    );
  });

  it('allows to patch, in one namespace, exactly what requests are about', () => {
    expect(allowedBy('Role')).toEqual(
      each(
        ['patch'],
        [kustomization, ...fetched.map(name => sourceKinds.get(name)!)],
      ),
    );
  });
});
