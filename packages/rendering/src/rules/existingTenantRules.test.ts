import { baseFiles, dayTwo, onboarding } from '../__fixtures__/dayTwo';
import { TestRepository } from '../__fixtures__/repository';

const change = dayTwo('change');
const devnet = { client: 'acme', environments: ['devnet'] };
const repository = new TestRepository().merge(onboarding(), {
  client: 'acme',
  environments: ['devnet', 'testnet'],
  allowList: { devnet: ['203.0.113.0/24'] },
  partyHint: 'acme-bank-1',
});

/** Field and rule of each finding. */
const broken = (
  values: Record<string, unknown>,
  { template = change, in: where = repository } = {},
) =>
  where
    .render(template, { ...devnet, ...values })
    .findings.map(({ field, rule }) => `${field} ${rule}`);

describe('a change of an existing tenant', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a tenant that is not there', { client: 'nobody' }, 'client known-tenant'],
    [
      'a tenant of another template',
      { client: 'globex-01' },
      'client template',
    ],
    [
      'an environment that the tenant is not in',
      { environments: ['mainnet'] },
      'environments[0] existing-environment',
    ],
    [
      'a network that the environment does not allow',
      { allowList: { devnet: ['0.0.0.0/0'] } },
      'allowList.devnet[0] allow-list',
    ],
    [
      'an allow-list of an environment that is not meant',
      { allowList: { testnet: [] } },
      'allowList.testnet allow-list-environment',
    ],
    [
      'another immutable value',
      { partyHint: 'other-bank-1' },
      'partyHint immutable',
    ],
    ['a value that the base refuses', { size: 'huge' }, 'size schema/enum'],
    ['markup', { title: '<b>' }, 'title plain-text'],
    ['resuming what runs', { suspended: false }, 'environments[0] suspension'],
    ['an earlier version', { version: '0.7.3' }, 'version version'],
    [
      'no version at all, whatever the reason',
      { version: 'latest', reason: 'Why not' },
      'version version',
    ],
  ])('is refused for %s', (_, values, finding) => {
    expect(broken(values)).toEqual([finding]);
  });

  it('takes the immutable value as it is, and an earlier version with a reason', () => {
    expect(
      broken({
        partyHint: 'acme-bank-1',
        version: '0.7.3',
        reason: 'The new one fails.',
      }),
    ).toEqual([]);
  });

  it('suspends once only, but changes what is suspended', () => {
    const suspended = repository.merge(change, { ...devnet, suspended: true });

    expect(broken({ suspended: true }, { in: suspended })).toEqual([
      'environments[0] suspension',
    ]);
    expect(broken({ suspended: true, extra: true }, { in: suspended })).toEqual(
      [],
    );
    expect(
      suspended.render(change, {
        ...devnet,
        environments: ['testnet', 'devnet'],
        suspended: true,
      }).findings,
    ).toMatchObject([
      {
        field: 'environments[1]',
        message: '"acme" is suspended already in the environment "devnet".',
      },
    ]);
  });

  it('finds everything at once', () => {
    expect(
      broken({
        environments: ['mainnet', 'devnet'],
        allowList: { devnet: ['0.0.0.0/0'] },
        partyHint: 'other-bank-1',
        title: '{{ x }}',
      }).sort(),
    ).toEqual([
      'allowList.devnet[0] allow-list',
      'environments[0] existing-environment',
      'partyHint immutable',
      'title plain-text',
    ]);
  });

  it('waits until a broken descriptor of the tenant is mended', () => {
    const path = 'clients/acme/testnet/tenant.yaml';
    const [finding] = repository
      .with([{ path, content: 'a: [' }])
      .render(change, {
        ...devnet,
        size: 'large',
      }).findings;

    expect(finding).toMatchObject({
      field: 'client',
      rule: 'broken-descriptor',
    });
    expect(finding.message).toContain(path);
  });

  it('is not for a template older than the one that wrote the tenant', () => {
    const updated = repository.merge(
      dayTwo('update', { base: baseFiles('1.1.0') }),
      devnet,
    );
    expect(broken({ size: 'large' }, { in: updated })).toEqual([
      'client template-version',
    ]);
  });
});
