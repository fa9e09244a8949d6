import { brokenBy, Edit, places } from '../__fixtures__/checkEdit';

const { kustomization } = places;
const folder = 'clients/acme-01/test/manifests';
const at = (path: string) => `kustomization ${kustomization} ${path}`;
const withFields =
  (fields: object): Edit =>
  content =>
    Object.assign(content, fields);

describe('the kustomization', () => {
  it.each<[string, Edit, string]>([
    ['none', null, `kustomization ${kustomization}`],
    ['no mapping', '[]', `kustomization ${kustomization}`],
    ['two documents', 'a: 1\n---\nb: 2', `kustomization ${kustomization}`],
    [
      'another namespace',
      withFields({ namespace: 'other-02-test' }),
      at('/namespace'),
    ],
    [
      'no namespace',
      content => {
        delete content.namespace;
      },
      at('/namespace'),
    ],
    ['another kind', withFields({ kind: 'Component' }), at('/kind')],
    ...[
      'bases',
      'commonAnnotations',
      'components',
      'configMapGenerator',
      'crds',
      'generators',
      'helmCharts',
      'images',
      'namePrefix',
      'patches',
      'replacements',
      'secretGenerator',
      'transformers',
    ].map<[string, Edit, string]>(field => [
      field,
      withFields({ [field]: [] }),
      at(`/${field}`),
    ]),
    ...[
      'https://example.com/all.yaml',
      'github.com/example/all?ref=main',
      '../../../other-02/test/manifests/all.yaml',
      './namespace.yaml',
      '/etc/all.yaml',
      'folder',
      'absent.yaml',
      'namespace.yaml',
      17,
    ].map<[string, Edit, string]>(entry => [
      `the resource ${entry}`,
      content => content.resources.push(entry),
      at('/resources/3'),
    ]),
  ])('is refused with %s', (_, edit, finding) => {
    expect(brokenBy({ [kustomization]: edit })).toContain(finding);
  });

  it.each([`${folder}/more.yaml`, `${folder}/deeper/more.yml`])(
    'has to list %s',
    path => {
      expect(brokenBy({ [path]: '' })).toEqual([`kustomization ${path}`]);
    },
  );

  it('may leave out what is no manifest', () => {
    expect(brokenBy({ [`${folder}/README.md`]: '# Manifests' })).toEqual([]);
  });
});
