import { TenantDescriptor } from '@tenantry/plugin-tenants-common';
import { parseDescriptor } from './parseDescriptor';

const file = (title: string, path = 'clients/acme-01/client.yaml') => ({
  path,
  content: `
apiVersion: tenantry.dev/v1alpha1
kind: Tenant
metadata: { name: acme-01 }
spec:
  title: ${title}
  owner: acme-01
  contacts: [ops@acme.example.com]
  identity: { realm: acme-01 }
`,
});

describe('parseDescriptor', () => {
  const parse = (title: string, path?: string) =>
    parseDescriptor('Tenant', file(title, path), ['acme-01']);

  it('parses the same file once', () => {
    expect(parse('Acme')).toBe(parse('Acme'));
  });

  it('parses what has changed', () => {
    expect(parse('Acme')).toMatchObject({ spec: { title: 'Acme' } });
    expect(parse('Apex')).toMatchObject({ spec: { title: 'Apex' } });
  });

  it('judges the same content anew in another place', () => {
    const { path, content } = file('Acme', 'clients/apex-01/client.yaml');
    expect(parse('Acme')).toHaveProperty('kind');
    expect(
      parseDescriptor('Tenant', { path, content }, ['apex-01']),
    ).toMatchObject([{ rule: 'path-matches-name' }]);
  });

  it('lets nobody change what others hold', () => {
    const { spec } = parse('Acme') as TenantDescriptor;
    expect(() => spec.contacts.push('else@example.com')).toThrow(TypeError);
  });

  it('says each time what is wrong', () => {
    const broken = () => parse('12');
    expect(broken()).toMatchObject([{ rule: 'schema/type' }]);
    expect(broken()).toEqual(broken());
  });
});
