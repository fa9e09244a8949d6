import { checkChange } from '@tenantry/guardrails';
import { FileChange } from '@tenantry/plugin-tenants-common';
import {
  parseRegistry,
  Registry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import { renderChange, TenantTemplate } from '@tenantry/rendering';
import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { Content, mutations } from './__testUtils__/mutations';
import {
  onboardingTemplate,
  sampleFiles,
} from './__testUtils__/samplePlatform';

jest.setTimeout(120_000);

const environments = ['devnet', 'testnet', 'mainnet'];

const values = fc.record(
  {
    client: fc
      .stringMatching(/^[a-z]([a-z0-9-]{0,26}[a-z0-9])?$/)
      .map(name => `zz${name}`),
    title: fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .&'-]{0,30}[a-z]$/),
    contacts: fc.constant(['ops@example.com']),
    environments: fc.subarray(environments, { minLength: 1 }),
    networks: fc.uniqueArray(
      fc.nat(255).map(part => `10.9.${part}.0/24`),
      { maxLength: 150 },
    ),
    size: fc.constantFrom('small', 'medium', 'large'),
    keyManagement: fc.constantFrom('database', 'gcp-kms'),
    topUp: fc.boolean(),
    suspended: fc.boolean(),
    partyHint: fc
      .tuple(fc.stringMatching(/^[a-z0-9_]{1,9}$/), fc.nat(9999))
      .map(([name, number]) => `${name}-zz-${number}`),
  },
  { requiredKeys: ['client', 'contacts', 'environments'] },
);

describe('what the shipped template proposes', () => {
  let template: TenantTemplate;
  let repository: RepositoryFile[];
  let registry: Registry;

  beforeAll(async () => {
    template = await onboardingTemplate();
    repository = await sampleFiles();
    registry = parseRegistry(repository);
  });

  function render({
    networks = [],
    ...rest
  }: Record<string, any>): FileChange[] {
    const change = renderChange({
      template,
      registry,
      values: { ...rest, allowList: { [rest.environments[0]]: networks } },
    });
    expect(change.findings).toEqual([]);
    return change.files;
  }

  it('passes all guardrails, for any valid values', () => {
    fc.assert(
      fc.property(values, given => {
        const files = render(given);
        const check = { registry, existingFiles: [], files };
        expect(checkChange(check)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  describe.each(Object.entries(mutations))('with %s', (_, mutation) => {
    let registered: RepositoryFile[];

    beforeAll(() => {
      registered = render({
        client: 'zenith-77',
        contacts: ['ops@zenith.example.com'],
        environments: ['devnet'],
        networks: ['203.0.113.0/24'],
      }).map(({ path, content = '' }) => ({ path, content }));
    });

    it('is refused, and the place is named', () => {
      const before = parseRegistry([...repository, ...registered]);
      fc.assert(
        fc.property(mutation, mutate => {
          const contents = registered.map(parse);
          const breach = mutate(contents);
          const files = contents.map(toChange);
          const findings = checkChange({
            registry: before,
            existingFiles: registered,
            files,
          });
          expect(findings).toContainEqual(expect.objectContaining(breach));
        }),
        { numRuns: 10 },
      );
    });
  });
});

function parse({ path, content }: RepositoryFile): Content {
  const documents = [...parseAllDocuments(content)].map(document =>
    document.toJS(),
  );
  return { path, documents };
}

function toChange({ path, documents }: Content): FileChange {
  const content = documents
    .map(document => stringify(document, { aliasDuplicateObjects: false }))
    .join('---\n');
  return { path, operation: 'update', content };
}
