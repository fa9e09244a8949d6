import { mockCredentials } from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesClustersReadPermission,
  kubernetesProxyPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  tenantChangePermission,
  tenantClusterReadPermission,
  tenantCreatePermission,
  tenantReadPermission,
  tenantRollbackPermission,
  tenantRolloutPermission,
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

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;

describe('TenantsPermissionPolicy', () => {
  describe.each([
    ['tenant.read', tenantReadPermission, CONDITIONAL],
    ['tenant.sync', tenantSyncPermission, DENY],
    ['tenant.rollback', tenantRollbackPermission, DENY],
    ['tenant.suspend', tenantSuspendPermission, DENY],
    ['tenant.change', tenantChangePermission, CONDITIONAL],
    ['tenant.create', tenantCreatePermission, DENY],
    ['tenant.rollout', tenantRolloutPermission, DENY],
    ['tenant.cluster.read', tenantClusterReadPermission, DENY],
    ['catalog.entity.read', catalogEntityReadPermission, CONDITIONAL],
    ['catalog.entity.create', catalogEntityCreatePermission, DENY],
    ['catalog.entity.delete', catalogEntityDeletePermission, DENY],
    ['catalog.entity.refresh', catalogEntityRefreshPermission, DENY],
    ['catalog.location.read', catalogLocationReadPermission, DENY],
    ['catalog.location.create', catalogLocationCreatePermission, DENY],
    ['catalog.entity.validate', catalogEntityValidatePermission, DENY],
    ['catalog.location.analyze', catalogLocationAnalyzePermission, DENY],
    ['catalog.location.delete', catalogLocationDeletePermission, DENY],
    ['scaffolder.task.create', taskCreatePermission, ALLOW],
    ['scaffolder.task.read', taskReadPermission, CONDITIONAL],
    ['scaffolder.task.cancel', taskCancelPermission, CONDITIONAL],
    ['template.parameter.read', templateParameterReadPermission, CONDITIONAL],
    ['template.step.read', templateStepReadPermission, CONDITIONAL],
    ['scaffolder.action.execute', actionExecutePermission, CONDITIONAL],
    ['template.dry-run', templateDryRunPermission, DENY],
    ['template.management', templateManagementPermission, DENY],
    ['kubernetes.proxy', kubernetesProxyPermission, DENY],
    ['kubernetes.resources.read', kubernetesResourcesReadPermission, DENY],
    ['kubernetes.clusters.read', kubernetesClustersReadPermission, DENY],
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

  it.each([
    ['read', tenantReadPermission],
    ['change', tenantChangePermission],
  ])(
    'lets a client %s the tenants that its groups own',
    async (_, permission) => {
      await expect(
        policy.handle({ permission }, personas.client),
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
    },
  );

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
    ])('denies a %s everything else', async (persona, permission) => {
      await expect(
        open.handle({ permission }, personas[persona]),
      ).resolves.toEqual({ result: DENY });
    });
  });

  it('lets a client read its entities of the registry, its groups and the templates for clients', async () => {
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
          {
            allOf: [
              condition('IS_ENTITY_OWNER', {
                claims: ['group:default/acme-01'],
              }),
              condition('HAS_ANNOTATION', {
                annotation: 'tenantry.dev/descriptor',
              }),
            ],
          },
          {
            allOf: [
              condition('IS_ENTITY_KIND', { kinds: ['Group'] }),
              condition('HAS_METADATA', { key: 'namespace', value: 'default' }),
              condition('HAS_METADATA', { key: 'name', value: 'acme-01' }),
            ],
          },
          {
            allOf: [
              condition('IS_ENTITY_KIND', { kinds: ['Template'] }),
              condition('HAS_ANNOTATION', {
                annotation: 'tenantry.dev/audience',
                value: 'client',
              }),
            ],
          },
        ],
      },
    });
  });

  it.each([taskReadPermission, taskCancelPermission])(
    'lets a client see and cancel its own tasks alone: $name',
    async permission => {
      await expect(
        policy.handle({ permission }, personas.client),
      ).resolves.toMatchObject({
        conditions: {
          rule: 'IS_TASK_OWNER',
          params: { createdBy: ['user:default/jane'] },
        },
      });
    },
  );

  it.each([templateParameterReadPermission, templateStepReadPermission])(
    'leaves out what a template keeps for operators: $name',
    async permission => {
      await expect(
        policy.handle({ permission }, personas.client),
      ).resolves.toMatchObject({
        conditions: { not: { rule: 'HAS_TAG', params: { tag: 'operators' } } },
      });
    },
  );

  it('lets a client run the actions that ask for its permission, and no others', async () => {
    const decision = await policy.handle(
      { permission: actionExecutePermission },
      personas.client,
    );
    expect(decision).toMatchObject({
      conditions: {
        anyOf: [
          'tenants:render',
          'tenants:validate',
          'tenants:pull-request',
        ].map(actionId => ({ rule: 'HAS_ACTION_ID', params: { actionId } })),
      },
    });
  });

  it('denies every permission that it does not know, to everybody but operators', async () => {
    const known = [
      tenantReadPermission,
      tenantChangePermission,
      catalogEntityReadPermission,
      taskCreatePermission,
      taskReadPermission,
      taskCancelPermission,
      templateParameterReadPermission,
      templateStepReadPermission,
      actionExecutePermission,
    ].map(({ name }) => name);
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
