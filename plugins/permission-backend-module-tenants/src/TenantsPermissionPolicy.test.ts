import { mockCredentials } from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  tenantChangePermission,
  tenantClusterReadPermission,
  tenantReadPermission,
  tenantRollbackPermission,
  tenantSuspendPermission,
  tenantSyncPermission,
} from '@tenantry/plugin-tenants-common';
import fc from 'fast-check';
import { TenantsPermissionPolicy } from './TenantsPermissionPolicy';

const policy = new TenantsPermissionPolicy({
  operatorGroups: new Set(['group:default/platform-operators']),
  clientsMaySync: false,
});

function user(...ownershipEntityRefs: string[]): PolicyQueryUser {
  return {
    credentials: mockCredentials.user('user:default/jane'),
    info: {
      userEntityRef: 'user:default/jane',
      ownershipEntityRefs: ['user:default/jane', ...ownershipEntityRefs],
    },
  };
}

const personas = {
  operator: user('group:default/acme-01', 'group:default/platform-operators'),
  client: user('group:default/acme-01'),
  'user without a group': user(),
  'user called like the operators': user(
    'user:default/platform-operators',
    'group:other/platform-operators',
  ),
  nobody: undefined,
};

const scaffolderTaskCreate = createPermission({
  name: 'scaffolder.task.create',
  attributes: { action: 'create' },
});
const scaffolderActionExecute = createPermission({
  name: 'scaffolder.action.execute',
  attributes: {},
  resourceType: 'scaffolder-action',
});
const kubernetesProxy = createPermission({
  name: 'kubernetes.proxy',
  attributes: {},
});

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;

describe('TenantsPermissionPolicy', () => {
  describe.each([
    ['tenant.read', tenantReadPermission, CONDITIONAL],
    ['tenant.sync', tenantSyncPermission, DENY],
    ['tenant.rollback', tenantRollbackPermission, DENY],
    ['tenant.suspend', tenantSuspendPermission, DENY],
    ['tenant.change', tenantChangePermission, DENY],
    ['tenant.cluster.read', tenantClusterReadPermission, DENY],
    ['catalog.entity.read', catalogEntityReadPermission, CONDITIONAL],
    ['catalog.entity.create', catalogEntityCreatePermission, DENY],
    ['catalog.entity.delete', catalogEntityDeletePermission, DENY],
    ['catalog.entity.refresh', catalogEntityRefreshPermission, DENY],
    ['catalog.location.read', catalogLocationReadPermission, DENY],
    ['catalog.location.create', catalogLocationCreatePermission, DENY],
    ['scaffolder.task.create', scaffolderTaskCreate, DENY],
    ['scaffolder.action.execute', scaffolderActionExecute, DENY],
    ['kubernetes.proxy', kubernetesProxy, DENY],
  ])('%s', (_, permission, forClient) => {
    it.each([
      ['operator', ALLOW],
      ['client', forClient],
      ['user without a group', DENY],
      ['user called like the operators', forClient],
      ['nobody', DENY],
    ] as const)('for %s: %s', async (persona, result) => {
      await expect(
        policy.handle({ permission }, personas[persona]),
      ).resolves.toMatchObject({ result });
    });
  });

  it('lets a client read the tenants that its groups own', async () => {
    await expect(
      policy.handle({ permission: tenantReadPermission }, personas.client),
    ).resolves.toEqual({
      result: CONDITIONAL,
      pluginId: 'tenants',
      resourceType: 'tenant',
      conditions: {
        rule: 'IS_OWNER',
        resourceType: 'tenant',
        params: { owners: ['group:default/acme-01'] },
      },
    });
  });

  describe('where clients may sync', () => {
    const open = new TenantsPermissionPolicy({
      operatorGroups: new Set(['group:default/platform-operators']),
      clientsMaySync: true,
    });

    it('lets a client sync the tenants that its groups own', async () => {
      await expect(
        open.handle({ permission: tenantSyncPermission }, personas.client),
      ).resolves.toMatchObject({
        result: CONDITIONAL,
        conditions: {
          rule: 'IS_OWNER',
          params: { owners: ['group:default/acme-01'] },
        },
      });
    });

    it.each([
      ['user without a group' as const, tenantSyncPermission],
      ['nobody' as const, tenantSyncPermission],
      ['client' as const, tenantRollbackPermission],
      ['client' as const, tenantSuspendPermission],
      ['client' as const, tenantChangePermission],
    ])('denies a %s everything else', async (persona, permission) => {
      await expect(
        open.handle({ permission }, personas[persona]),
      ).resolves.toEqual({ result: DENY });
    });
  });

  it('lets a client read the entities that its groups own, and its groups', async () => {
    const condition = (rule: string, params: object) => ({
      rule,
      resourceType: 'catalog-entity',
      params,
    });
    await expect(
      policy.handle(
        { permission: catalogEntityReadPermission },
        personas.client,
      ),
    ).resolves.toEqual({
      result: CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        anyOf: [
          condition('IS_ENTITY_OWNER', { claims: ['group:default/acme-01'] }),
          {
            allOf: [
              condition('IS_ENTITY_KIND', { kinds: ['Group'] }),
              condition('HAS_METADATA', { key: 'namespace', value: 'default' }),
              condition('HAS_METADATA', { key: 'name', value: 'acme-01' }),
            ],
          },
        ],
      },
    });
  });

  it('denies every permission that it does not know, to everybody but operators', async () => {
    const known = [tenantReadPermission.name, catalogEntityReadPermission.name];
    const label = fc.stringMatching(/^[a-z][a-z0-9.-]{0,20}$/);
    const permission = fc
      .record({
        name: fc.string({ minLength: 1 }).filter(name => !known.includes(name)),
        action: fc.constantFrom(
          'create' as const,
          'read' as const,
          'update' as const,
          'delete' as const,
        ),
        resourceType: fc.option(
          fc.oneof(fc.constantFrom('tenant', 'catalog-entity'), label),
        ),
      })
      .map(({ name, action, resourceType }) =>
        resourceType
          ? createPermission({ name, attributes: { action }, resourceType })
          : createPermission({ name, attributes: { action } }),
      );
    const groups = fc
      .array(label)
      .map(names => names.map(name => `group:default/${name}`));
    await fc.assert(
      fc.asyncProperty(permission, groups, async (each, refs) => {
        fc.pre(
          !refs.some(ref => parseEntityRef(ref).name === 'platform-operators'),
        );
        await expect(
          policy.handle({ permission: each }, user(...refs)),
        ).resolves.toEqual({ result: DENY });
      }),
    );
  });
});
