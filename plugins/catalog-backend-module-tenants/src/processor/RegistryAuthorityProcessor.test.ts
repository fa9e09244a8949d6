import { Entity, parseLocationRef } from '@backstage/catalog-model';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryUrl, sampleFiles } from '../__testUtils__/sampleFiles';
import { registryEntities } from '../entities';
import { RegistryAuthorityProcessor } from './RegistryAuthorityProcessor';

const elsewhere = 'url:https://elsewhere.example.com/catalog-info.yaml';
const operators = 'file:/portal/templates/*/template.yaml';
const processor = new RegistryAuthorityProcessor({
  registryUrl,
  operatorLocations: new Set([operators]),
});
const entities = registryEntities(parseRegistry(sampleFiles(['acme-01'])), {
  registryUrl,
  platformOwner: 'group:default/platform-operators',
  kubernetesAuthProvider: 'oidc',
});

function process(entity: Entity, origin = elsewhere): Promise<Entity> {
  const location = parseLocationRef(origin);
  return processor.preProcessEntity(entity, location, () => {}, location);
}

function entityOf(
  kind: string,
  type: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: 'pretender',
      annotations: {
        'backstage.io/managed-by-origin-location': elsewhere,
        ...annotations,
      },
    },
    spec: { type, owner: 'group:default/acme-01' },
  };
}

/** In 100 lists, one in another. */
function deep(value: unknown): unknown {
  return Array(100)
    .fill(undefined)
    .reduce(inner => [inner], value);
}

describe('RegistryAuthorityProcessor', () => {
  it('lets every entity of the registry pass', async () => {
    for (const each of entities) {
      const origin =
        each.metadata.annotations!['backstage.io/managed-by-origin-location'];
      await expect(process(each, origin)).resolves.toBe(each);
    }
  });

  it.each([
    ['Domain', 'client'],
    ['Group', 'client'],
    ['group', 'Client'],
    ['Resource', 'environment'],
    ['Resource', 'kubernetes-cluster'],
    ['System', 'tenant-environment'],
  ])('refuses a %s of type %s from elsewhere', async (kind, type) => {
    for (const origin of [elsewhere, operators]) {
      await expect(process(entityOf(kind, type), origin)).rejects.toMatchObject(
        {
          name: 'NotAllowedError',
          message: expect.stringContaining(
            `pretender is a ${kind}/${type}, which only entities of the registry may`,
          ),
        },
      );
    }
  });

  it.each(['descriptor', 'environment', 'tenant'])(
    'refuses the annotation tenantry.dev/%s from elsewhere',
    async name => {
      const annotation = `tenantry.dev/${name}`;
      const foreign = entityOf('Component', 'service', { [annotation]: 'x' });
      await expect(process(foreign)).rejects.toThrow(
        `component:default/pretender has the annotation ${annotation}`,
      );
    },
  );

  it.each<[string, object]>([
    ['capitals', { annotations: { 'tenantry.dev/Audience': 'client' } }],
    ['a dot', { 'annotations.tenantry.dev/audience': 'client' }],
    ['two fields', { 'annotations.tenantry': { 'dev/audience': 'client' } }],
    ['a list', { 'annotations.tenantry': [{ 'dev/Audience': 'client' }] }],
    [
      'many lists',
      { 'annotations.tenantry': deep({ 'dev/audience': 'client' }) },
    ],
    ['a list of names', { annotations: ['tenantry.dev/audience'] }],
  ])(
    'sees the annotation as the catalog does, with %s',
    async (_, metadata) => {
      const template = entityOf('Template', 'canton-client');
      await expect(
        process({
          ...template,
          metadata: { ...template.metadata, ...metadata },
        }),
      ).rejects.toThrow(/has the annotation tenantry\.dev\/audience/);
    },
  );

  it('refuses an entity of elsewhere that names a descriptor of the registry', async () => {
    const [first] = entities;
    const foreign = {
      ...first,
      metadata: {
        ...first.metadata,
        annotations: {
          ...first.metadata.annotations,
          'backstage.io/managed-by-origin-location': elsewhere,
        },
      },
    };
    await expect(process(foreign)).rejects.toThrow(/only entities of/);
  });

  it("lets a template be opened to clients from the operators' locations alone", async () => {
    const template = entityOf('Template', 'canton-client', {
      'tenantry.dev/audience': 'client',
    });
    await expect(process(template, operators)).resolves.toBe(template);
    await expect(process(template)).rejects.toThrow(
      'template:default/pretender has the annotation tenantry.dev/audience, which only entities of a location of catalog.locations in the configuration may.',
    );
  });

  it('leaves everything else alone', async () => {
    const template = entityOf('Template', 'canton-client', {
      'tenantry.dev/operation': 'change',
    });
    const component = entityOf('Component', 'service');
    for (const each of [template, component]) {
      await expect(process(each)).resolves.toBe(each);
    }
  });
});
