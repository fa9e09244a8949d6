import { Entity } from '@backstage/catalog-model';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryUrl, sampleFiles } from '../__testUtils__/sampleFiles';
import { registryEntities } from '../entities';
import { SystemDependenciesProcessor } from './SystemDependenciesProcessor';

const entities = registryEntities(parseRegistry(sampleFiles(['acme-01'])), {
  registryUrl,
  platformOwner: 'group:default/platform-operators',
  kubernetesAuthProvider: 'oidc',
});
const system = entities.find(({ kind }) => kind === 'System')!;

async function relationsOf(entity: Entity) {
  const emit = jest.fn();
  await new SystemDependenciesProcessor({ registryUrl }).postProcessEntity(
    entity,
    { type: 'url', target: registryUrl },
    emit,
  );
  return emit.mock.calls.map(([{ relation }]) => relation);
}

describe('SystemDependenciesProcessor', () => {
  it('relates a tenant environment to its environment and cluster, both ways', async () => {
    const self = {
      kind: 'System',
      namespace: 'default',
      name: 'acme-01-devnet',
    };
    const target = (name: string) => ({
      kind: 'resource',
      namespace: 'default',
      name,
    });
    expect(await relationsOf(system)).toEqual(
      ['environment-devnet', 'devnet'].flatMap(name => [
        { source: self, type: 'dependsOn', target: target(name) },
        { source: target(name), type: 'dependencyOf', target: self },
      ]),
    );
  });

  it("leaves other kinds to the catalog's own processors", async () => {
    const component = entities.find(({ kind }) => kind === 'Component')!;
    expect(await relationsOf(component)).toEqual([]);
  });

  it('does not relate a system that only looks like one of the registry', async () => {
    const foreign = {
      ...system,
      metadata: {
        ...system.metadata,
        annotations: {
          ...system.metadata.annotations,
          'backstage.io/managed-by-origin-location':
            'url:https://elsewhere.example.com/catalog-info.yaml',
        },
      },
    };
    expect(await relationsOf(foreign)).toEqual([]);
  });
});
