import { baseFiles, dayTwo, onboarding } from '../__fixtures__/dayTwo';
import { TestRepository } from '../__fixtures__/repository';

const add = dayTwo('add-environment');
const repository = new TestRepository().merge(onboarding(), {
  client: 'acme',
  environments: ['devnet'],
  allowList: { devnet: ['203.0.113.0/24'] },
  size: 'large',
  partyHint: 'acme-bank-1',
  extra: true,
  version: '0.7.9',
});
const testnet = { client: 'acme', environments: ['testnet'] };

describe('a further environment', () => {
  it('gets files of its own, and a place in those of the tenant', () => {
    const { files } = repository.render(add, testnet);

    expect(files.map(({ path, operation }) => [path, operation])).toEqual([
      ['clients/acme/testnet/manifests/node.yaml', 'create'],
      ['clients/acme/testnet/tenant.yaml', 'create'],
      ['hub/projects/acme.yaml', 'update'],
    ]);
  });

  it('starts with the promoted values of the one before, and with defaults for the others', () => {
    const newer = dayTwo('add-environment', { base: baseFiles('1.2.0') });
    const registry = repository.merge(newer, testnet).registry();
    const { spec } =
      registry.tenantEnvironments.get('acme-testnet')!.descriptor;

    expect(spec).toMatchObject({
      cluster: 'testnet-1',
      size: 'large',
      immutable: { partyHint: 'acme-bank-1' },
      versions: { splice: '0.7.1' },
      parameters: { extra: false },
      allowList: [],
      template: { version: '1.2.0' },
    });
    expect(
      registry.tenantEnvironments.get('acme-devnet')!.descriptor.spec.template
        .version,
    ).toBe('1.0.0');
  });

  it('takes the values of the form before those', () => {
    const { spec } = repository
      .merge(add, {
        ...testnet,
        size: 'small',
        allowList: { testnet: ['198.51.100.0/24'] },
      })
      .registry()
      .tenantEnvironments.get('acme-testnet')!.descriptor;

    expect(spec.size).toBe('small');
    expect(spec.allowList).toEqual(['198.51.100.0/24']);
  });

  it('comes after the environments before it', () => {
    const mainnet = { client: 'acme', environments: ['mainnet'] };

    expect(repository.render(add, mainnet).findings).toEqual([
      {
        rule: 'promotion',
        field: 'environments[0]',
        message: '"mainnet" comes after testnet, where "acme" is not.',
        help: 'Add testnet as well, or give the reason for leaving it out.',
      },
    ]);
    expect(
      repository.render(add, {
        ...mainnet,
        environments: ['mainnet', 'testnet'],
      }).findings,
    ).toEqual([]);
    expect(
      repository.render(add, { ...mainnet, promotionOverrideReason: 'Audit' })
        .findings,
    ).toEqual([]);
  });

  it.each([
    ['that the tenant has', 'devnet', 'missing-environment'],
    ['that the platform has not', 'stage', 'known-environment'],
  ])('cannot be one %s', (_, environment, rule) => {
    const { findings } = repository.render(add, {
      client: 'acme',
      environments: [environment],
    });
    expect(findings).toMatchObject([{ rule, field: 'environments[0]' }]);
  });

  it('cannot take the namespace of another tenant', () => {
    const path = 'clients/globex-01/devnet/tenant.yaml';
    const taken = repository
      .contentOf(path)!
      .replace('"namespace":"globex-01-devnet"', '"namespace":"acme-testnet"');
    const { findings } = repository
      .with([{ path, content: taken }])
      .render(add, testnet);
    expect(findings).toMatchObject([
      { rule: 'unique-namespace', field: 'environments[0]' },
    ]);
  });

  it('says so when files are there already', () => {
    const path = 'clients/acme/testnet/manifests/node.yaml';
    const { notes } = repository
      .with([{ path, content: 'a: 1\n' }])
      .render(add, testnet);
    expect(notes).toEqual([
      `${path} is in the repository already; this change replaces it.`,
    ]);
  });

  it('gives back the files of before when it is removed again', () => {
    const added = repository.merge(add, testnet);
    const suspended = added.merge(dayTwo('change'), {
      ...testnet,
      suspended: true,
    });
    const removed = suspended.merge(dayTwo('remove'), {
      ...testnet,
      confirmation: 'acme',
    });
    expect(removed.files).toEqual(repository.files);
  });
});
