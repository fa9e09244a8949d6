import { FileChange } from '@tenantry/plugin-tenants-common';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { brokenBy, places } from '../__fixtures__/checkEdit';
import { acmeFiles, platformFiles } from '../__fixtures__/files';
import { checkChange } from '../checkChange';

describe('files', () => {
  it.each([
    'clients/acme-01/test/values/more_values.yaml',
    'clients/acme-01/notes.txt',
    'hub/a/b/acme-01.yaml',
  ])('may be at %s', path => {
    expect(brokenBy({ [path]: '' })).toEqual([]);
  });

  it.each([
    ['/clients/acme-01/a.yaml', 'file-path'],
    ['C:/clients/acme-01/a.yaml', 'file-path'],
    ['clients/acme-01/../other-02/a.yaml', 'file-path'],
    ['clients/acme-01/./a.yaml', 'file-path'],
    ['clients//acme-01/a.yaml', 'file-path'],
    ['clients\\acme-01\\a.yaml', 'file-path'],
    ['clients/acme-01/.git/config', 'file-path'],
    ['clients/acme-01/.GIT/config', 'file-path'],
    ['clients/acme-01/.gitattributes', 'file-path'],
    ['clients/acme-01/a b.yaml', 'file-path'],
    ['clients/acme-01/a\u202Eb.yaml', 'file-path'],
    ['clients/acme-01/a\nb.yaml', 'file-path'],
    [`clients/acme-01/${'a'.repeat(300)}`, 'file-path'],
    ['', 'file-path'],
    ['platform.yaml', 'file-place'],
    ['environments/test.yaml', 'file-place'],
    ['clients/client.yaml', 'file-place'],
    ['hub/applications.yaml', 'file-place'],
    ['hub/unknown-99.yaml', 'file-place'],
    ['.github/workflows/ci.yaml', 'file-place'],
  ])('may not be at %j', (path, rule) => {
    const found = brokenBy({ [path]: '' });
    expect(found).toContain([rule, path].filter(Boolean).join(' '));
  });

  const check = (file: object) =>
    checkChange({
      registry: parseRegistry([...platformFiles(), ...acmeFiles()]),
      existingFiles: acmeFiles(),
      files: [
        { path: places.values, operation: 'update', content: '', ...file },
      ] as FileChange[],
    }).map(({ rule }) => rule);

  it.each([
    [{ mode: '100644' }, []],
    [{ mode: '100755' }, []],
    [{ mode: '120000' }, ['file-mode']],
    [{ mode: '160000' }, ['file-mode']],
    [{ mode: '040000' }, ['file-mode']],
    [{ content: 'a'.repeat(1024 * 1024) }, []],
    [{ content: 'é'.repeat(1024 * 1024) }, ['file-size']],
    [{ content: undefined }, ['file-content']],
    [{ content: undefined, operation: 'delete' }, []],
  ])('are plain and small: %#', (file, rules) => {
    expect(check(file)).toEqual(rules);
  });

  it('are not those that the hub had before the tenant', () => {
    const change = (operation: FileChange['operation']) =>
      checkChange({
        registry: parseRegistry(platformFiles()),
        existingFiles: [],
        files: acmeFiles().map(file => ({ ...file, operation })),
      }).map(({ rule, file }) => `${rule} ${file}`);
    expect(change('create')).toEqual([]);
    expect(change('update')).toEqual([`file-place ${places.hub}`]);
  });

  it('are changed once', () => {
    const file: FileChange = {
      path: places.values,
      operation: 'update',
      content: '',
    };
    const findings = checkChange({
      registry: parseRegistry([...platformFiles(), ...acmeFiles()]),
      existingFiles: acmeFiles(),
      files: [file, file],
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['file-path']);
  });

  it('are no more than anybody could review', () => {
    const edits = Array.from({ length: 2001 }, (_, index) => [
      `clients/acme-01/${index}.txt`,
      '',
    ]);
    expect(brokenBy(Object.fromEntries(edits))).toEqual(['file-count']);
  });
});
