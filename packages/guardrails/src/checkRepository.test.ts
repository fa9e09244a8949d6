import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { acmeFiles, otherFiles, platformFiles } from './__fixtures__/files';
import { checkRepository } from './checkRepository';

const repository = () => [
  ...platformFiles(),
  ...acmeFiles(),
  ...otherFiles(),
  { path: 'README.md', content: '# Platform' },
  { path: 'hub/applications.yaml', content: 'kind: ApplicationSet' },
];
const rules = (...args: Parameters<typeof checkRepository>) =>
  checkRepository(...args).map(({ rule, file }) => `${rule} ${file}`);

describe('checkRepository', () => {
  it('leaves alone what belongs to the platform', () => {
    expect(checkRepository(repository())).toEqual([]);
  });

  it('judges the files of all tenants', () => {
    const files = repository().map(file => ({
      ...file,
      content: file.content.replace('replicas: 2', 'password: hunter2'),
    }));
    expect(rules(files)).toEqual([
      'credential clients/acme-01/test/values/web.yaml',
    ]);
  });

  it('tells of descriptors of the platform that are broken', () => {
    const files = repository().map(file =>
      file.path === 'environments/production.yaml'
        ? { ...file, content: 'kind: [' }
        : file,
    );
    expect(rules(files)).toEqual(['yaml environments/production.yaml']);
  });

  it('needs a platform', () => {
    expect(rules(acmeFiles())).toEqual(['platform platform.yaml']);
  });

  it('refuses links, and does not follow them', () => {
    const link = 'clients/acme-01/test/manifests/link.yaml';
    const files = [
      ...repository(),
      { path: link, content: '/etc/passwd', mode: '120000' },
    ];
    expect(rules(files)).toEqual([`file-mode ${link}`]);
  });

  it('compares with what was before', () => {
    const before = parseRegistry(repository());
    const without = repository().filter(
      ({ path }) => !path.startsWith('clients/other-02/'),
    );
    expect(rules(without, { before })).toEqual([
      'removal clients/other-02/test/tenant.yaml',
    ]);
    const changed = repository().map(file => ({
      ...file,
      content: file.content.replace('hint: acme-01-1', 'hint: acme-01-2'),
    }));
    expect(rules(changed, { before })).toEqual([
      'immutable clients/acme-01/test/tenant.yaml',
    ]);
    expect(rules(changed)).toEqual([]);
  });
});
