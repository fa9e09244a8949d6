import { dayTwo, onboarding } from '../__fixtures__/dayTwo';
import { TestRepository } from '../__fixtures__/repository';

const remove = dayTwo('remove');
const both = { client: 'acme', environments: ['devnet', 'testnet'] };
const confirmed = { ...both, confirmation: 'acme' };
const running = new TestRepository().merge(onboarding(), both);
const suspended = running.merge(dayTwo('change'), { ...both, suspended: true });

describe('a removal', () => {
  it('deletes the files of the environment, whoever wrote them, and no others', () => {
    const { files } = suspended
      .with([
        {
          path: 'clients/acme/testnet/notes/by-hand.txt',
          content: 'Call Jane.',
        },
      ])
      .render(remove, { ...confirmed, environments: ['testnet'] });

    expect(files.map(({ path, operation }) => [path, operation])).toEqual([
      ['clients/acme/testnet/manifests/node.yaml', 'delete'],
      ['clients/acme/testnet/notes/by-hand.txt', 'delete'],
      ['clients/acme/testnet/tenant.yaml', 'delete'],
      ['hub/projects/acme.yaml', 'update'],
    ]);
    expect(files[1].previousContent).toBe('Call Jane.');
  });

  it('leaves nothing of a tenant that is in no environment any more', () => {
    const { files, notes } = suspended
      .with([{ path: 'clients/acme/README.md', content: 'By hand' }])
      .render(remove, confirmed);
    const kept = suspended.files
      .map(({ path }) => path)
      .filter(path => !files.some(file => file.path === path));

    expect(files.every(({ operation }) => operation === 'delete')).toBe(true);
    expect(files.map(({ path }) => path)).toContain('clients/acme/README.md');
    expect(kept).toEqual(
      new TestRepository().files.map(({ path }) => path).sort(),
    );
    expect(notes).toEqual([]);
  });

  it('lists what the engine deletes, the applications among them', () => {
    const { pruned } = suspended.render(remove, confirmed);
    const node = (environment: string) => ({
      cluster: `${environment}-1`,
      namespace: `acme-${environment}`,
      kind: 'Deployment',
      name: 'node',
    });
    const onHub = { cluster: 'hub', namespace: 'argocd' };

    expect(pruned).toEqual([
      node('devnet'),
      { ...onHub, kind: 'AppProject', name: 'acme' },
      { ...onHub, kind: 'Application', name: 'acme-devnet' },
      { ...onHub, kind: 'Application', name: 'acme-testnet' },
      node('testnet'),
    ]);
  });

  it('names the object of Flux, on the cluster itself', () => {
    const path = 'platform.yaml';
    const content = suspended
      .contentOf(path)!
      .replace('"engine":"argocd"', '"engine":"flux"');
    const { pruned } = suspended
      .with([{ path, content }])
      .render(remove, { ...confirmed, environments: ['devnet'] });

    expect(pruned).toContainEqual({
      cluster: 'devnet-1',
      namespace: 'argocd',
      kind: 'Kustomization',
      name: 'acme-devnet',
    });
  });

  it('is only for what is suspended, and has to be confirmed', () => {
    const { findings } = running.render(remove, {
      ...both,
      confirmation: 'ACME',
    });
    expect(findings.map(({ field, rule }) => `${field} ${rule}`)).toEqual([
      'environments[0] suspended-first',
      'environments[1] suspended-first',
      'confirmation confirmation',
    ]);
  });

  it('is only for environments that the tenant is in', () => {
    const { findings } = suspended.render(remove, {
      ...confirmed,
      environments: ['mainnet'],
    });
    expect(findings).toMatchObject([
      { field: 'environments[0]', rule: 'existing-environment' },
    ]);
  });
});
