import {
  baseFiles,
  dayTwo,
  onboarding,
  skeletonFile,
} from '../__fixtures__/dayTwo';
import { TestRepository } from '../__fixtures__/repository';

const devnet = { client: 'acme', environments: ['devnet'] };
const repository = new TestRepository().merge(onboarding(), {
  client: 'acme',
  environments: ['devnet', 'testnet'],
  extra: true,
});
const newer = dayTwo('update', {
  base: baseFiles('1.1.0', {
    [skeletonFile('manifests/extra.yaml')]: '',
    [skeletonFile('manifests/more.yaml')]: 'kind: More\n',
  }),
});

describe('an update', () => {
  it('renders the environments anew, and no others', () => {
    const { files, pruned, notes } = repository.render(newer, devnet);

    expect(files.map(({ path, operation }) => [path, operation])).toEqual([
      ['clients/acme/devnet/manifests/extra.yaml', 'delete'],
      ['clients/acme/devnet/manifests/more.yaml', 'create'],
      ['clients/acme/devnet/tenant.yaml', 'update'],
    ]);
    expect(files[2].content).toContain('version: 1.1.0');
    expect(pruned).toMatchObject([{ kind: 'Service', name: 'extra' }]);
    expect(notes).toEqual([
      expect.stringContaining('extra.yaml holds what the template does not'),
    ]);
  });

  it('keeps the recorded values', () => {
    const { spec } = repository
      .merge(newer, devnet)
      .registry()
      .tenantEnvironments.get('acme-devnet')!.descriptor;
    expect(spec.parameters).toEqual({ extra: true });
  });

  it('undoes what was changed by hand, and says so where it can be told', () => {
    const current = dayTwo('update');
    const path = 'clients/acme/devnet/manifests/node.yaml';
    const { files, notes } = repository
      .with([{ path, content: 'kind: ByHand\n' }])
      .with([
        {
          path: 'clients/acme/devnet/manifests/added.yaml',
          content: 'kind: ByHand\n',
        },
      ])
      .with([{ path: 'clients/acme/README.md', content: 'By hand' }])
      .render(current, devnet);

    expect(files.map(file => [file.path, file.operation])).toEqual([
      ['clients/acme/devnet/manifests/added.yaml', 'delete'],
      [path, 'update'],
    ]);
    expect(notes).toEqual([
      expect.stringContaining('added.yaml holds what the template does not'),
      expect.stringContaining('node.yaml was changed by hand'),
    ]);
  });

  it('is refused when the tenant is up to date', () => {
    expect(repository.render(dayTwo('update'), devnet).findings).toEqual([
      {
        rule: 'no-change',
        message:
          '"acme" is up to date with version 1.0.0 of the template in devnet.',
      },
    ]);
  });
});
