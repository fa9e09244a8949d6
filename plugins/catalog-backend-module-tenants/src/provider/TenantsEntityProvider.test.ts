import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotModifiedError } from '@backstage/errors';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { RepositoryFile, parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryUrl, sampleFiles } from '../__testUtils__/sampleFiles';
import { descriptorOf } from '../entities';
import { TenantsEntityProvider } from './TenantsEntityProvider';

/** A provider on a repository and a catalog that a test can change. */
async function setUp(files: RepositoryFile[]) {
  const repository = { files, revision: 1, error: undefined as unknown };
  const mutations: EntityProviderMutation[] = [];
  let entities: Entity[] = [];
  const logger = mockServices.logger.mock();
  const share = { maximum: 0.2 };
  const provider = new TenantsEntityProvider({
    reader: {
      url: registryUrl,
      async read({ etag } = {}) {
        if (repository.error) {
          throw repository.error;
        }
        if (etag === String(repository.revision)) {
          throw new NotModifiedError();
        }
        return {
          registry: parseRegistry(repository.files),
          etag: String(repository.revision),
        };
      },
    },
    catalog: {
      list: async () =>
        entities.map(entity => ({
          entityRef: stringifyEntityRef(entity),
          file: descriptorOf(entity, registryUrl)!,
        })),
      load: async refs =>
        entities.filter(entity => refs.includes(stringifyEntityRef(entity))),
    },
    entityOptions: {
      registryUrl,
      platformOwner: 'group:default/platform-operators',
      kubernetesAuthProvider: 'oidc',
    },
    maximumRemovalShare: () => share.maximum,
    logger,
  });
  await provider.connect({
    async applyMutation(mutation) {
      mutations.push(mutation);
      entities =
        mutation.type === 'full'
          ? mutation.entities.map(({ entity }) => entity)
          : entities;
    },
    refresh: async () => {},
  });
  return {
    provider,
    mutations,
    logger,
    share,
    repository,
    push(next: RepositoryFile[]) {
      repository.files = next;
      repository.revision += 1;
    },
    refs: () => entities.map(stringifyEntityRef),
  };
}

const many = [...Array(10).keys()].map(index => `acme-${index}`);

describe('TenantsEntityProvider', () => {
  it('replaces all entities by one mutation and then waits for a change', async () => {
    const { provider, mutations, push, refs } = await setUp(
      sampleFiles(['acme-01']),
    );
    await provider.refresh();
    await provider.refresh();
    expect(mutations).toHaveLength(1);

    push(sampleFiles(['acme-01', 'acme-02']));
    await provider.refresh();
    expect(mutations).toHaveLength(2);
    expect(refs()).toContain('system:default/acme-02-devnet');
  });

  it('leaves the catalog as it is when the registry cannot be read', async () => {
    const { provider, mutations, repository, logger } = await setUp(
      sampleFiles(['acme-01']),
    );
    await provider.refresh();
    repository.error = new Error('The forge is down');

    await expect(provider.refresh()).rejects.toThrow('The forge is down');
    expect(mutations).toHaveLength(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      repository.error,
    );

    repository.error = undefined;
    await expect(provider.refresh()).resolves.toBeUndefined();
  });

  it('leaves the catalog as it is when platform.yaml is broken', async () => {
    const { provider, mutations, push } = await setUp(sampleFiles(['acme-01']));
    await provider.refresh();
    push([{ path: 'platform.yaml', content: 'kind: Nonsense' }]);

    await expect(provider.refresh()).rejects.toThrow(/platform\.yaml/);
    expect(mutations).toHaveLength(1);
  });

  it('keeps a tenant whose descriptor is broken and says what is wrong with it', async () => {
    const { provider, push, refs, logger } = await setUp(
      sampleFiles(['acme-01', 'acme-02']),
    );
    await provider.refresh();
    const before = refs();
    push(
      sampleFiles(['acme-01', 'acme-02']).map(file =>
        file.path === 'clients/acme-02/client.yaml'
          ? { ...file, content: 'title: [' }
          : file,
      ),
    );
    await provider.refresh();

    expect(refs().sort()).toEqual(before.sort());
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('clients/acme-02/client.yaml'),
      expect.objectContaining({ rule: 'yaml' }),
    );
  });

  it('holds back a large removal until the configuration allows it', async () => {
    const { provider, push, refs, share } = await setUp(sampleFiles(many));
    await provider.refresh();
    push(sampleFiles(['acme-0', 'globex-01']));

    await expect(provider.refresh()).rejects.toThrow(
      /18 of 23 descriptors are gone .* tenants\.catalog\.maximumRemovalShare/,
    );
    expect(refs()).toContain('domain:default/acme-9');
    expect(refs()).toContain('domain:default/globex-01');

    share.maximum = 1;
    await provider.refresh();
    expect(refs()).not.toContain('domain:default/acme-9');
    expect(refs()).toContain('domain:default/acme-0');
  });

  it('stops before the mutation when it is told to', async () => {
    const { provider, mutations } = await setUp(sampleFiles(['acme-01']));
    await expect(provider.refresh(AbortSignal.abort())).rejects.toThrow(
      /abort/i,
    );
    expect(mutations).toEqual([]);
  });
});
