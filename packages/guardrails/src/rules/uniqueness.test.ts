import { parseRegistry, RepositoryFile } from '@tenantry/plugin-tenants-node';
import { brokenBy, checkEdit, places } from '../__fixtures__/checkEdit';
import { acmeFiles, otherFiles, platformFiles } from '../__fixtures__/files';
import { checkChange } from '../checkChange';

const { client, tenant } = places;

describe('uniqueness', () => {
  it.each<[string, string, (spec: any) => void, string]>([
    [
      'an owner',
      client,
      spec => {
        spec.owner = 'other-02';
      },
      `unique-owner ${client} /spec/owner`,
    ],
    [
      'a realm',
      client,
      spec => {
        spec.identity.realm = 'other-02';
      },
      `unique-realm ${client} /spec/identity/realm`,
    ],
    [
      'a hostname',
      tenant,
      spec => {
        spec.hostnames[0].host = 'web.other-02.test.example.com';
      },
      `unique-hostname ${tenant} /spec/hostnames/0/host`,
    ],
    [
      'a hostname of its own, twice',
      tenant,
      spec => {
        spec.hostnames.push({ ...spec.hostnames[0], name: 'again' });
      },
      `unique-hostname ${tenant} /spec/hostnames/1/host`,
    ],
    [
      'a namespace',
      tenant,
      spec => {
        spec.namespace = 'other-02-test';
      },
      `unique-namespace ${tenant} /spec/namespace`,
    ],
    [
      'an application',
      tenant,
      spec => {
        spec.application = 'other-02-test';
      },
      `unique-application ${tenant} /spec/application`,
    ],
    [
      'an immutable value that has to be unique',
      tenant,
      spec => {
        spec.immutable.hint = 'other-02-1';
      },
      `unique-immutable ${tenant} /spec/immutable/hint`,
    ],
  ])('lets nobody have %s of others', (_, path, edit, finding) => {
    expect(brokenBy({ [path]: ({ spec }) => edit(spec) })).toContain(finding);
  });

  it('lets several have an immutable value that need not be unique', () => {
    expect(brokenBy({ [tenant]: () => undefined })).toEqual([]);
  });

  it('names who has it', () => {
    const findings = checkEdit({
      [client]: ({ spec }) => {
        spec.owner = 'other-02';
      },
    });
    expect(findings[0].message).toBe(
      'The owner "other-02" belongs to clients/other-02/client.yaml already.',
    );
  });

  it('sees two tenants whose environments would have one name', () => {
    const registered = [
      ...platformFiles().map(({ path, content }) => ({
        path: path.replace('environments/production', 'environments/b-test'),
        content: path.startsWith('environments/')
          ? content.replaceAll('production', 'b-test')
          : content,
      })),
      ...acmeFiles().map(file => renamed(file, 'acme-01', 'acme-b')),
    ];
    const files = otherFiles()
      .map(file => renamed(file, 'other-02-test', 'acme-b-test'))
      .map(file => renamed(file, 'other-02', 'acme'))
      .map(({ path, content }) => ({
        path: path.replace('/test/', '/b-test/'),
        content: content.replace('environment: test', 'environment: b-test'),
        operation: 'create' as const,
      }));
    const findings = checkChange({
      registry: parseRegistry(registered),
      existingFiles: [],
      files,
    });
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'unique-application',
        file: 'clients/acme/b-test/tenant.yaml',
      }),
    );
  });
});

function renamed(
  { path, content }: RepositoryFile,
  from: string,
  to: string,
): RepositoryFile {
  return {
    path: path.replaceAll(from, to),
    content: content.replaceAll(from, to),
  };
}
