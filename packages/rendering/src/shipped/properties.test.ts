import fc from 'fast-check';
import { Registry } from '@tenantry/plugin-tenants-node';
import { platformRegistry } from '../__fixtures__/platform';
import { cantonClientTemplate } from '../__fixtures__/template';
import { RenderedChange, renderChange } from '../change';
import { parseYamlFile } from '../output';
import { TenantTemplate } from '../template';

const environments = ['devnet', 'testnet', 'mainnet'];

const client = fc
  .stringMatching(/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/)
  .filter(
    name =>
      !name.startsWith('kube-') &&
      !['default', 'argocd', 'globex-01', ...environments].includes(name),
  );

/** Any one line of text that holds no markup. */
const title = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(text => text.replace(/[<>{}\p{C}\p{Zl}\p{Zp}]/gu, '-').trim() || '-');

const network = fc
  .tuple(fc.nat(255), fc.nat(255))
  .map(([second, third]) => `10.${second}.${third}.0/24`);

const values = fc.record(
  {
    client,
    contacts: fc.constant<string[]>(['ops@example.com']),
    environments: fc.subarray(environments, { minLength: 1 }),
    title,
    size: fc.constantFrom('small', 'medium', 'large'),
    keyManagement: fc.constantFrom('database', 'gcp-kms'),
    topUp: fc.boolean(),
    suspended: fc.boolean(),
    offboarding: fc.boolean(),
    partyHint: fc.stringMatching(
      /^[a-zA-Z0-9_]{1,9}-[a-z0-9_]{1,9}-[0-9]{1,4}$/,
    ),
    walletUser: fc.stringMatching(/^[a-zA-Z0-9-]{1,36}$/),
    networks: fc.uniqueArray(network, { maxLength: 12 }),
  },
  { requiredKeys: ['client', 'contacts', 'environments'] },
);

type Values = typeof values extends fc.Arbitrary<infer V> ? V : never;

describe('the shipped template, for any values', () => {
  let template: TenantTemplate;
  let registry: Registry;

  beforeAll(async () => {
    template = await cantonClientTemplate();
    registry = platformRegistry();
  });

  const render = ({ networks = [], ...rest }: Values) =>
    renderChange({
      template,
      registry,
      values: {
        ...rest,
        allowList: { [rest.environments[0]]: networks },
      },
    });

  it('renders valid values into the client’s own files, the same every time', () => {
    fc.assert(
      fc.property(values, given => {
        const change = render(given);

        expect(change.findings).toEqual([]);
        for (const { path } of change.files) {
          const own =
            path.startsWith(`clients/${given.client}/`) ||
            /^hub\/(projects|realms)\/([^/]+)\.yaml$/.exec(path)?.[2] ===
              given.client;
          expect([path, own]).toEqual([path, true]);
        }
        expect(render(given)).toEqual(change);
      }),
      { numRuns: 25 },
    );
  });

  it('never lets a text change the keys, or become anything but a text', () => {
    const given = {
      client: 'acme-01',
      contacts: ['ops@example.com'],
      environments: ['devnet'],
    };
    const keys = keysOf(render({ ...given, title: 'Title' }));
    fc.assert(
      fc.property(title, text => {
        const change = render({ ...given, title: text });

        expect(keysOf(change)).toEqual(keys);
        expect(contentOf(change, 'clients/acme-01/client.yaml')).toMatchObject({
          spec: { title: text },
        });
      }),
      { numRuns: 50 },
    );
  });

  it('refuses every text with markup, template syntax or a control character', () => {
    const bad = fc.constantFrom(
      '<',
      '>',
      '${{',
      '{{',
      '{%',
      '\n',
      '\0',
      '\u202E',
    );
    fc.assert(
      fc.property(bad, fc.string(), fc.string(), (mark, before, after) => {
        const { files, findings } = renderChange({
          template,
          registry,
          values: {
            client: 'acme-01',
            contacts: ['ops@example.com'],
            environments: ['devnet'],
            title: `a${before}${mark}${after}z`,
          },
        });

        expect(files).toEqual([]);
        expect(findings.map(({ field }) => field)).toEqual(['title']);
        expect(findings[0].rule).toBe('plain-text');
      }),
    );
  });
});

/** Every path of keys in every file. */
function keysOf({ files }: RenderedChange): string[] {
  return files.flatMap(({ path, content }) =>
    parseYamlFile(content!).flatMap((document, index) =>
      pathsOf(document, `${path}#${index}`),
    ),
  );
}

function pathsOf(value: unknown, prefix: string): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) =>
        pathsOf(item, `${prefix}/${key}`),
      )
    : [`${prefix}: ${typeof value}`];
}

function contentOf({ files }: RenderedChange, wanted: string): unknown {
  return parseYamlFile(files.find(({ path }) => path === wanted)!.content!)[0];
}
