import { renderSources } from './renderSources';

const repository = { url: 'http://localhost:7100/platform/gitops.git' };
const source = { repoURL: 'http://localhost:7100/platform/gitops' };
const configMap = (name: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`;
const namespaceManifest =
  'apiVersion: v1\nkind: Namespace\nmetadata: { name: ns }\n';

const render = (
  sources: Parameters<typeof renderSources>[0]['sources'],
  files: Record<string, string>,
) =>
  renderSources({
    sources,
    repository,
    tree: { revision: 'abc', files: new Map(Object.entries(files)) },
    namespace: 'ns',
  });

const names = (rendered: ReturnType<typeof render>) =>
  rendered.objects.map(({ metadata }) => metadata.name);

describe('renderSources', () => {
  it('reads the YAML files of a directory, those below only when told to', () => {
    const files = {
      'hub/b.yaml': `${configMap('b')}---\n${configMap('c')}`,
      'hub/a.yml': configMap('a'),
      'hub/notes.txt': 'no manifest',
      'hub/deep/d.yaml': configMap('d'),
    };
    expect(names(render([{ ...source, path: 'hub' }], files))).toEqual([
      'a',
      'b',
      'c',
    ]);
    const recurse = { ...source, path: 'hub', directory: { recurse: true } };
    expect(names(render([recurse], files))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('builds a kustomization: namespace and labels, and nothing that is not listed', () => {
    const { objects, sourceTypes } = render([{ ...source, path: 'app' }], {
      'app/kustomization.yaml':
        'namespace: ns\nlabels: [{ pairs: { team: acme } }]\nresources: [a.yaml, ns.yaml]\n',
      'app/a.yaml': configMap('a'),
      'app/ns.yaml': namespaceManifest,
      'app/unlisted.yaml': configMap('unlisted'),
    });
    expect(objects.map(({ metadata }) => metadata)).toEqual([
      { name: 'a', namespace: 'ns', labels: { team: 'acme' } },
      { name: 'ns', labels: { team: 'acme' } },
    ]);
    expect(sourceTypes).toEqual(['Kustomize']);
  });

  it.each([
    [
      'a missing path',
      [{ ...source, path: 'nowhere' }],
      {},
      'app path does not exist',
    ],
    [
      'another repository',
      [{ repoURL: 'https://example.com/x.git', path: 'a' }],
      {},
      'not found',
    ],
    [
      'a missing resource',
      [{ ...source, path: 'a' }],
      { 'a/kustomization.yaml': 'resources: [b.yaml]' },
      'a/b.yaml: no such file',
    ],
    [
      'a kustomization with patches',
      [{ ...source, path: 'a' }],
      { 'a/kustomization.yaml': 'patches: []' },
      'patches in kustomization.yaml is not simulated',
    ],
    [
      'broken YAML',
      [{ ...source, path: 'a' }],
      { 'a/b.yaml': 'a: [' },
      'failed to parse a/b.yaml',
    ],
    [
      'something else than objects',
      [{ ...source, path: 'a' }],
      { 'a/b.yaml': 'kind: Thing' },
      'not an object',
    ],
    [
      'values of no source',
      [
        {
          repoURL: 'charts',
          chart: 'splice-validator',
          helm: { valueFiles: ['$values/v.yaml'] },
        },
      ],
      {},
      "no source has a 'ref' field defined",
    ],
    [
      'missing values',
      [
        {
          repoURL: 'charts',
          chart: 'splice-validator',
          helm: { valueFiles: ['$values/v.yaml'] },
        },
        { ...source, ref: 'values' },
      ],
      {},
      'no such file or directory',
    ],
    ['no source at all', [], {}, 'required'],
  ])('refuses %s', (_, sources, files, message) => {
    expect(() => render(sources, files)).toThrow(message);
  });
});
