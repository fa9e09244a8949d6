import { FileChange } from '@tenantry/plugin-tenants-common';
import { assertChange } from './assertChange';

const file: FileChange = {
  path: 'clients/acme-01/client.yaml',
  operation: 'create',
  content: 'a',
};
const change = {
  branch: 'tenantry/new-client/acme-01',
  title: 'Onboard acme-01',
  description: '',
  files: [file],
  author: { name: 'Olga', email: 'olga@example.com' },
};
const manyFiles = (count: number, content: string) =>
  Array.from({ length: count }, (_, index) => ({
    ...file,
    path: `clients/acme-01/${index}`,
    content,
  }));

describe('assertChange', () => {
  it('takes a change within the limits', () => {
    const files = [
      ...manyFiles(499, 'x'.repeat(18_000)),
      { ...file, content: 'é'.repeat(2 ** 19) },
    ];
    expect(() => assertChange({ ...change, files }, 'main')).not.toThrow();
  });

  it.each([
    'main',
    'tenantry/main',
    'tenantry',
    'tenantry/../main',
    'tenantry//a',
    'Tenantry/a',
    '-x/y',
  ])('refuses the branch %s', branch => {
    expect(() => assertChange({ ...change, branch }, 'tenantry/main')).toThrow(
      `A change cannot be proposed on the branch "${branch}"`,
    );
  });

  it.each([
    '',
    '/etc/passwd',
    '../platform.yaml',
    'clients/../platform.yaml',
    'clients//acme',
    'clients/./acme',
    'clients\\acme',
    'clients/acme\n.yaml',
    '.git/config',
    'clients/.GIT/config',
    'x'.repeat(501),
  ])('refuses the path %j', path => {
    expect(() =>
      assertChange({ ...change, files: [{ ...file, path }] }, 'main'),
    ).toThrow('it must be relative');
  });

  it.each([
    ['no file', [], 'The change has 0 files'],
    ['too many files', manyFiles(501, 'x'), 'The change has 501 files'],
    ['a file twice', [file, file], `The change names ${file.path} twice`],
    [
      'a deletion with content',
      [{ ...file, operation: 'delete' as const }],
      'the operation "delete"',
    ],
    [
      'an update without content',
      [{ path: file.path, operation: 'update' as const }],
      'the operation "update"',
    ],
    [
      'a file that is too large',
      [{ ...file, content: 'é'.repeat(2 ** 19 + 1) }],
      `${file.path} has 1048578 bytes`,
    ],
    [
      'too much in all',
      manyFiles(11, 'x'.repeat(1_000_000)),
      'The files of the change have 11000000 bytes',
    ],
  ])('refuses %s', (_, files, message) => {
    expect(() => assertChange({ ...change, files }, 'main')).toThrow(message);
  });
});
