import {
  Entity,
  EntityPolicies,
  DefaultNamespaceEntityPolicy,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
} from '@backstage/catalog-model';
import { RepositoryFile, parseRegistry } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { EntityOptions } from '../config';
import {
  registryUrl,
  sampleFiles,
  sampleTenant,
  sampleTenantEnvironment,
} from '../__testUtils__/sampleFiles';
import { registryEntities } from './registryEntities';

const options: EntityOptions = {
  registryUrl,
  platformOwner: 'group:default/platform-operators',
  kubernetesAuthProvider: 'oidc',
};

function entitiesOf(files: RepositoryFile[]): Map<string, Entity> {
  const entities = registryEntities(parseRegistry(files), options);
  return new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));
}

const envelope = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);
const kinds = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
];

/** Throws for an entity that the catalog refuses, as the catalog does. */
async function isAccepted(entity: Entity): Promise<boolean> {
  await envelope.enforce(entity);
  const known = await Promise.all(kinds.map(kind => kind.check(entity)));
  return known.includes(true);
}

describe('registryEntities', () => {
  const entities = entitiesOf(sampleFiles(['acme-01']));

  it('emits every thing of the registry that the design names', () => {
    expect([...entities.keys()].sort()).toEqual([
      'api:default/acme-01-devnet-ledger-api-grpc',
      'api:default/acme-01-devnet-ledger-api-json',
      'component:default/acme-01-devnet-participant',
      'component:default/acme-01-devnet-validator',
      'domain:default/acme-01',
      'group:default/acme-01',
      'resource:default/acme-01-devnet-database',
      'resource:default/devnet',
      'resource:default/environment-devnet',
      'resource:default/hub',
      'system:default/acme-01-devnet',
    ]);
  });

  it('emits only what the catalog takes', async () => {
    for (const entity of entities.values()) {
      expect(await isAccepted(entity)).toBe(true);
    }
  });

  it('gives the tenant to its own group', () => {
    expect(entities.get('domain:default/acme-01')).toMatchObject({
      metadata: {
        title: 'Company acme-01',
        annotations: { 'tenantry.dev/tenant': 'acme-01' },
      },
      spec: { type: 'client', owner: 'group:default/acme-01' },
    });
    const ofTheTenant = [...entities.values()].filter(
      ({ kind, metadata }) =>
        kind !== 'Group' && metadata.annotations?.['tenantry.dev/tenant'],
    );
    expect(ofTheTenant).toHaveLength(7);
    for (const entity of ofTheTenant) {
      expect(entity.spec?.owner).toBe('group:default/acme-01');
    }
  });

  it('gives environments and clusters to the platform', () => {
    for (const name of ['devnet', 'environment-devnet', 'hub']) {
      expect(entities.get(`resource:default/${name}`)?.spec?.owner).toBe(
        'group:default/platform-operators',
      );
    }
  });

  it('places a tenant environment on its environment and cluster', () => {
    expect(entities.get('system:default/acme-01-devnet')).toMatchObject({
      metadata: {
        title: 'Company acme-01 (DevNet)',
        annotations: {
          'tenantry.dev/tenant': 'acme-01',
          'tenantry.dev/environment': 'devnet',
          'backstage.io/kubernetes-id': 'acme-01-devnet',
          'backstage.io/kubernetes-namespace': 'acme-01-devnet',
          'backstage.io/kubernetes-cluster': 'devnet',
          'argocd/app-name': 'acme-01-devnet',
          'backstage.io/managed-by-location': `url:${registryUrl}clients/acme-01/devnet/tenant.yaml`,
          'backstage.io/managed-by-origin-location': `url:${registryUrl}clients/acme-01/devnet/tenant.yaml`,
          'backstage.io/source-location': `url:${registryUrl}clients/acme-01/devnet/`,
        },
      },
      spec: {
        type: 'tenant-environment',
        domain: 'domain:default/acme-01',
        dependsOn: [
          'resource:default/environment-devnet',
          'resource:default/devnet',
        ],
      },
    });
  });

  it('links to what a browser can open', () => {
    expect(
      entities.get('system:default/acme-01-devnet')?.metadata.links,
    ).toEqual([
      {
        title: 'Wallet',
        url: 'https://wallet.validator.acme-01.devnet.naas.example.com',
      },
      {
        title: 'Ledger API (JSON)',
        url: 'https://ledger-api-json.participant.acme-01.devnet.naas.example.com:8443',
      },
      {
        title: 'Grafana',
        url: 'https://grafana.example.com/d/tenant?orgId=1&var-cluster=devnet&var-namespace=acme-01-devnet',
        icon: 'dashboard',
      },
      {
        title: 'Argo CD',
        url: 'https://argocd.example.com/applications/argocd/acme-01-devnet',
      },
      { title: 'Repository', url: `${registryUrl}clients/acme-01/devnet/` },
    ]);
  });

  it('relates the parts to each other, those in the catalog only', () => {
    expect(
      entities.get('component:default/acme-01-devnet-validator'),
    ).toMatchObject({
      metadata: {
        annotations: {
          'backstage.io/kubernetes-label-selector':
            'app in (validator-app,wallet-web-ui)',
        },
      },
      spec: {
        type: 'canton-validator',
        system: 'system:default/acme-01-devnet',
        dependsOn: [
          'component:default/acme-01-devnet-participant',
          'resource:default/acme-01-devnet-database',
        ],
      },
    });
    expect(
      entities.get('component:default/acme-01-devnet-participant')?.spec,
    ).toMatchObject({
      providesApis: [
        'api:default/acme-01-devnet-ledger-api-grpc',
        'api:default/acme-01-devnet-ledger-api-json',
      ],
    });
  });

  it('describes each API by where it is', () => {
    expect(
      entities.get('api:default/acme-01-devnet-ledger-api-grpc')?.spec,
    ).toMatchObject({
      type: 'grpc',
      definition: expect.stringContaining(
        'ledger-api-grpc.participant.acme-01.devnet.naas.example.com:443',
      ),
    });
    const json = entities.get('api:default/acme-01-devnet-ledger-api-json')!;
    expect(json.spec?.type).toBe('openapi');
    expect(JSON.parse(String(json.spec?.definition))).toMatchObject({
      openapi: '3.1.0',
      servers: [
        {
          url: 'https://ledger-api-json.participant.acme-01.devnet.naas.example.com:8443',
        },
      ],
    });
  });

  it('lets the Kubernetes plugin find the clusters', () => {
    expect(entities.get('resource:default/devnet')).toMatchObject({
      metadata: {
        annotations: {
          'kubernetes.io/api-server': 'https://devnet.example.com:6443',
          'kubernetes.io/api-server-certificate-authority': 'Q0E=',
          'kubernetes.io/auth-provider': 'oidc',
        },
      },
      spec: { type: 'kubernetes-cluster' },
    });
  });

  it('emits a group that two tenants share once', () => {
    const files = sampleFiles(['acme-01']).concat(
      sampleTenant('acme-02', { owner: 'acme-01' }),
    );
    const entity = entitiesOf(files).get('group:default/acme-01');
    expect(entity?.metadata.annotations?.['tenantry.dev/tenant']).toBe(
      'acme-01',
    );
  });

  it("does not describe the platform's own group", () => {
    const files = sampleFiles([]).concat(
      sampleTenant('own-01', { owner: 'platform-operators' }),
    );
    expect([...entitiesOf(files).keys()]).not.toContain(
      'group:default/platform-operators',
    );
  });

  it('emits only what the catalog takes, whatever names and titles a descriptor has', async () => {
    const name = (maxLength: number) =>
      fc.stringMatching(
        new RegExp(`^[a-z][a-z0-9-]{0,${maxLength - 2}}[a-z0-9]$`),
      );
    const title = fc.string({ minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(
        name(50),
        fc.uniqueArray(fc.record({ name: name(63), title, type: name(63) }), {
          minLength: 1,
          maxLength: 5,
          selector: part => part.name,
        }),
        fc.constantFrom(
          'Component' as const,
          'Resource' as const,
          'API' as const,
        ),
        async (tenant, parts, entity) => {
          const components = parts.map(part => ({ ...part, entity }));
          const registry = parseRegistry([
            ...sampleFiles([]),
            sampleTenant(tenant),
            sampleTenantEnvironment(tenant, { components }),
          ]);
          const emitted = registryEntities(registry, options);
          const refs = emitted.map(stringifyEntityRef);
          expect(new Set(refs).size).toBe(refs.length);
          expect(emitted.filter(({ spec }) => spec?.system).length).toBe(
            parts.length,
          );
          for (const each of emitted) {
            expect(await isAccepted(each)).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
