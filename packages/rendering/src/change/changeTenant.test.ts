import {
  baseFiles,
  dayTwo,
  onboarding,
  skeletonFile,
} from '../__fixtures__/dayTwo';
import { TestRepository } from '../__fixtures__/repository';
import { renderChange } from './renderChange';

const devnet = 'clients/acme/devnet';
const change = dayTwo('change');
const repository = new TestRepository().merge(onboarding(), {
  client: 'acme',
  title: 'Acme Bank',
  environments: ['testnet', 'devnet'],
  allowList: { devnet: ['203.0.113.0/24'], testnet: ['198.51.100.0/24'] },
  size: 'large',
  partyHint: 'acme-bank-1',
});

const allowList = (...networks: string[]) => ({
  client: 'acme',
  environments: ['devnet'],
  allowList: { devnet: networks },
});

describe('a change of an existing tenant', () => {
  it('touches only the files that differ, and says what they were', () => {
    const { files, findings, notes, branch } = repository.render(
      change,
      allowList('203.0.113.0/24', '203.0.112.0/24'),
    );

    expect(findings).toEqual([]);
    expect(notes).toEqual([]);
    expect(branch).toBe('tenantry/day-two/acme');
    expect(
      files.map(({ path, operation, previousContent }) => [
        path,
        operation,
        previousContent === repository.contentOf(path),
      ]),
    ).toEqual([
      [`${devnet}/manifests/network.yaml`, 'update', true],
      [`${devnet}/tenant.yaml`, 'update', true],
    ]);
  });

  it('keeps every recorded value that the form does not give', () => {
    const after = repository.merge(change, {
      client: 'acme',
      environments: ['devnet'],
      suspended: true,
    });

    const before = repository.registry().tenantEnvironments;
    const { descriptor } = after
      .registry()
      .tenantEnvironments.get('acme-devnet')!;
    expect(descriptor.spec).toEqual({
      ...before.get('acme-devnet')!.descriptor.spec,
      suspended: true,
    });
    expect(after.registry().tenants.get('acme')!.descriptor.spec.title).toBe(
      'Acme Bank',
    );
  });

  it('changes a value of the tenant in the tenant’s own file', () => {
    const { files } = repository.render(change, {
      client: 'acme',
      environments: ['devnet'],
      title: 'Acme Trust',
    });
    expect(files.map(({ path }) => path)).toEqual(['clients/acme/client.yaml']);
  });

  it('says which objects disappear with a value', () => {
    const withExtra = repository.merge(change, {
      client: 'acme',
      environments: ['devnet'],
      extra: true,
    });
    const { files, pruned, description } = withExtra.render(change, {
      ...allowList(),
      extra: false,
    });

    const place = { cluster: 'devnet-1', namespace: 'acme-devnet' };
    expect(pruned).toEqual([
      { ...place, kind: 'ConfigMap', name: 'network-1' },
      { ...place, kind: 'Service', name: 'extra' },
    ]);
    expect(files).toMatchObject([
      { path: `${devnet}/manifests/extra.yaml`, operation: 'delete' },
      { path: `${devnet}/manifests/network.yaml`, operation: 'delete' },
      { path: `${devnet}/tenant.yaml`, operation: 'update' },
    ]);
    expect(files[0].content).toBeUndefined();
    expect(description).toContain(
      '| devnet-1 | acme-devnet | Service | extra |',
    );
  });

  it('is refused when nothing would change', () => {
    const { files, findings } = repository.render(
      change,
      allowList('203.0.113.0/24'),
    );
    expect(files).toEqual([]);
    expect(findings).toEqual([
      {
        rule: 'no-change',
        message: 'Nothing would change: "acme" is like this already in devnet.',
      },
    ]);
  });

  it('replaces a file that was changed by hand, and says so', () => {
    const path = `${devnet}/manifests/network.yaml`;
    const { files, notes, description } = repository
      .with([{ path, content: 'kind: ByHand\n' }])
      .render(change, allowList('203.0.112.0/24'));

    expect(files[0]).toMatchObject({ path, previousContent: 'kind: ByHand\n' });
    expect(notes).toEqual([
      expect.stringContaining(`${path} was changed by hand`),
    ]);
    expect(description).toContain('## For the reviewer');
  });

  it('leaves a file alone that was changed by hand and has nothing to do with it', () => {
    const { files, notes } = repository
      .with([
        { path: `${devnet}/manifests/node.yaml`, content: 'kind: ByHand\n' },
      ])
      .render(change, allowList('203.0.112.0/24'));

    expect(files).toHaveLength(2);
    expect(notes).toEqual([]);
  });

  it('says so when a file is missing, or cannot be read', () => {
    const path = `${devnet}/manifests/network.yaml`;
    const values = allowList('203.0.112.0/24');
    const missing = repository
      .with([{ path, content: undefined }])
      .render(change, values);
    const broken = repository
      .with([{ path, content: 'a: [' }])
      .render(change, values);

    expect(missing.notes).toEqual([
      `${path} is missing in the repository; this change writes it.`,
    ]);
    expect(missing.files[0].operation).toBe('create');
    expect(broken.notes).toEqual([
      expect.stringContaining('was changed by hand'),
      expect.stringContaining('is no valid YAML in the repository'),
    ]);
  });

  it('keeps the recorded template version, and the cluster', () => {
    const newer = dayTwo('change', { base: baseFiles('1.1.0') });
    const values = allowList('203.0.112.0/24');
    const { descriptor } = repository
      .merge(newer, values)
      .registry()
      .tenantEnvironments.get('acme-devnet')!;

    expect(descriptor.spec.template.version).toBe('1.0.0');
    expect(descriptor.spec.cluster).toBe('devnet-1');
  });

  it('gives back the files of before when it is taken back', () => {
    const values = { client: 'acme', environments: ['devnet', 'testnet'] };
    const back = repository
      .merge(change, { ...values, suspended: true })
      .merge(change, { ...values, suspended: false });

    expect(back.files).toEqual(repository.files);
  });

  it('is the same for the same request', () => {
    const render = () => repository.render(change, allowList());
    expect(render()).toEqual(render());
  });

  it('cannot do without the files of the repository', () => {
    expect(() =>
      renderChange({
        template: change,
        values: allowList(),
        registry: repository.registry(),
      }),
    ).toThrow(
      'A change of "acme" needs the files that the repository has of it.',
    );
  });

  it('finds an immutable value that a template would change', () => {
    const other = dayTwo('update', {
      base: baseFiles('1.1.0', {
        [skeletonFile('tenant.yaml')]: baseFiles()
          .find(({ path }) => path === skeletonFile('tenant.yaml'))!
          .content.replace('values.partyHint or', '"other" or'),
      }),
    });
    const { findings } = repository.render(other, {
      client: 'acme',
      environments: ['devnet'],
    });

    expect(findings).toEqual([
      {
        rule: 'immutable',
        file: `${devnet}/tenant.yaml`,
        path: '/spec/immutable/partyHint',
        message:
          '/spec/immutable/partyHint is "acme-bank-1" and can never be changed, but the template writes "other".',
      },
    ]);
  });

  it('has words of its own, over what was and what will be', () => {
    const worded = dayTwo('change', {
      pullRequest: [
        '# Change ${{ values.client }}',
        '{% for after in tenantEnvironments %}',
        '${{ after.environment }}: ${{ previous[after.environment].allowList | length }} to ${{ after.allowList | length }}',
        '{% endfor %}',
        '${{ values.title }}, ${{ values.reason }}',
      ].join('\n'),
    });
    const { title, description } = repository.render(worded, {
      ...allowList(),
      environments: ['devnet', 'testnet'],
      reason: 'Audit',
    });

    expect(title).toBe('Change acme');
    expect(description).toMatch(
      /^devnet: 1 to 0\ntestnet: 1 to 1\nAcme Bank, Audit\n/,
    );
  });
});
