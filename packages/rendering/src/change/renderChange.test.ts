import { Registry } from '@tenantry/plugin-tenants-node';
import { platformRegistry } from '../__fixtures__/platform';
import { cantonClientTemplate } from '../__fixtures__/template';
import { TenantTemplate } from '../template';
import { renderChange } from './renderChange';

const minimal = {
  client: 'acme-01',
  contacts: ['ops@acme.example.com'],
  environments: ['testnet', 'devnet'],
};

describe('renderChange', () => {
  let template: TenantTemplate;
  let registry: Registry;

  beforeAll(async () => {
    template = await cantonClientTemplate();
    registry = platformRegistry();
  });

  const render = (values: Record<string, unknown>) =>
    renderChange({ template, registry, values });

  /** Field and rule of each finding. */
  const broken = (values: Record<string, unknown>) =>
    render(values).findings.map(({ field, rule }) => `${field} ${rule}`);

  it('needs no more than a name, a contact and an environment', () => {
    const change = render(minimal);

    expect(change.findings).toEqual([]);
    expect(change.title).toBe('Onboard acme-01 to devnet, testnet');
    expect(change.branch).toBe('tenantry/new-canton-client/acme-01');
    expect(change.files.map(file => file.path)).toEqual(
      expect.arrayContaining([
        'clients/acme-01/client.yaml',
        'clients/acme-01/devnet/tenant.yaml',
        'clients/acme-01/testnet/manifests/kustomization.yaml',
        'hub/projects/acme-01.yaml',
      ]),
    );
    expect(change.files.every(file => file.operation === 'create')).toBe(true);
  });

  it('tells in the description what it adds and what a person has to do', () => {
    const { description } = render(minimal);

    expect(description).toContain(
      '| testnet | testnet-1 | acme-01-testnet | 0.7.1 | 0 |',
    );
    expect(description).toContain(
      'wallet.validator.acme-01.devnet.naas.example.com',
    );
    expect(description).toContain('| acme-01-testnet-onboarding | secret |');
    expect(description).not.toContain('acme-01-devnet-onboarding');
    expect(description).toContain('| create | clients/acme-01/client.yaml |');
  });

  it('leaves out what the repository has already, and updates what differs', () => {
    const { files } = render(minimal);
    const [same, changed] = files;
    const again = renderChange({
      template,
      registry,
      values: minimal,
      existingFiles: [
        { path: same.path, content: same.content! },
        { path: changed.path, content: 'something else' },
      ],
    });

    expect(again.files).toHaveLength(files.length - 1);
    expect(again.files[0]).toEqual({
      ...changed,
      operation: 'update',
      previousContent: 'something else',
    });
    expect(again.notes).toEqual([
      `${changed.path} is in the repository already; this change replaces it.`,
    ]);
  });

  it('leaves the given values alone', () => {
    const values = structuredClone(minimal);
    render(values);
    expect(values).toEqual(minimal);
  });

  it.each([
    [
      'a name that is no DNS label',
      { client: 'Acme_01' },
      'client schema/pattern',
    ],
    [
      'a name that is too long',
      { client: 'a'.repeat(31) },
      'client schema/maxLength',
    ],
    ['a name that is taken', { client: 'globex-01' }, 'client tenant-name'],
    ['a name of Kubernetes', { client: 'kube-public' }, 'client tenant-name'],
    ['the name of a cluster', { client: 'devnet-1' }, 'client tenant-name'],
    [
      'an unknown environment',
      { environments: ['stage'] },
      'environments[0] known-environment',
    ],
    ['no environment', { environments: [] }, 'environments schema/minItems'],
    [
      'the same environment twice',
      { environments: ['devnet', 'devnet'] },
      'environments schema/uniqueItems',
    ],
    [
      'a contact that is no address',
      { contacts: ['ops'] },
      'contacts[0] schema/pattern',
    ],
    [
      'a contact that only looks like an address',
      { contacts: ['a..b@example.com'] },
      'contacts[0] schema/format',
    ],
    [
      'a malformed CIDR',
      { allowList: { devnet: ['10.1.2.3'] } },
      'allowList.devnet[0] schema/pattern',
    ],
    [
      'a CIDR of everybody',
      { allowList: { devnet: ['0.0.0.0/0'] } },
      'allowList.devnet[0] allow-list',
    ],
    [
      'bits behind the prefix',
      { allowList: { devnet: ['203.0.113.7/24'] } },
      'allowList.devnet[0] allow-list',
    ],
    [
      'an allow-list of another environment',
      { allowList: { mainnet: [] } },
      'allowList.mainnet allow-list-environment',
    ],
    [
      'a party hint that Splice refuses',
      { partyHint: 'acme' },
      'partyHint schema/pattern',
    ],
    [
      'a party hint of another tenant',
      { partyHint: 'globex_01-validator-1' },
      'partyHint unique-immutable',
    ],
    ['an unknown size', { size: 'huge' }, 'size schema/enum'],
    [
      'a field that the form has not',
      { colour: 'red' },
      'colour schema/additionalProperties',
    ],
    ['markup', { title: 'Acme <script>' }, 'title plain-text'],
    ['template syntax', { title: '${{ platform }}' }, 'title plain-text'],
    ['a line break', { title: 'Acme\nspec: {}' }, 'title plain-text'],
    [
      'a change of text direction',
      { title: 'Acme \u202Eknab' },
      'title plain-text',
    ],
    ['a space at the end', { title: 'Acme ' }, 'title plain-text'],
  ])('refuses %s', (_, values, finding) => {
    expect(broken({ ...minimal, ...values })).toEqual([finding]);
  });

  it('refuses values that miss what is required, and all of them at once', () => {
    expect(broken({ title: '{{ x }}', partyHint: 'x' }).sort()).toEqual([
      'client schema/required',
      'contacts schema/required',
      'environments schema/required',
      'partyHint schema/pattern',
      'title plain-text',
    ]);
  });

  it('names the value and the rule in words', () => {
    const [finding] = render({ ...minimal, partyHint: 'acme' }).findings;
    expect(finding.message).toMatch(
      /^"acme" is not accepted as Party hint\. .*organization-function-enumerator/,
    );
  });

  it('writes nothing when a rule is broken', () => {
    expect(render({ ...minimal, client: 'Acme' })).toMatchObject({
      title: 'New Canton client',
      files: [],
      branch: '',
    });
  });

  it('takes the folder of a tenant with broken descriptors as taken', () => {
    const withBroken = {
      ...registry,
      findings: [
        {
          rule: 'yaml',
          file: 'clients/acme-01/client.yaml',
          message: 'broken',
        },
      ],
    };
    expect(
      renderChange({ template, registry: withBroken, values: minimal })
        .findings,
    ).toEqual([
      expect.objectContaining({ field: 'client', rule: 'tenant-name' }),
    ]);
  });
});
