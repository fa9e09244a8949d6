import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { isOwner, parseRegistry } from '@tenantry/plugin-tenants-node';
import {
  createTenantConditionalDecision,
  GitOpsEngine,
  tenantConditions,
} from '@tenantry/plugin-tenants-node';
import express, { json } from 'express';
import request from 'supertest';
import { registryFiles } from '../__testUtils__';
import { GitOpsAuthorizer, GitOpsRequests } from '../gitops';
import { AuthorizedTenants } from '../permissions';
import { RegistryView } from '../registry/RegistryView';
import { createOpenApiRouter } from '../schema/openapi';
import { TenantsView } from '../tenants';
import { addGitOpsRoutes } from './gitops';

const acme = '/v1/tenants/acme-01/environments/devnet';
const globex = '/v1/tenants/globex-01/environments/devnet';
const actions = ['sync', 'refresh', 'rollback', 'suspend', 'resume'];

/** What each user may do with the tenant acme-01; nobody may do anything with others. */
const grants: Record<string, string[]> = {
  'user:default/operator': [
    'tenant.read',
    'tenant.sync',
    'tenant.rollback',
    'tenant.suspend',
  ],
  'user:default/syncer': ['tenant.read', 'tenant.sync'],
  'user:default/reader': ['tenant.read'],
  // May not see what it could sync.
  'user:default/blind': ['tenant.sync', 'tenant.rollback', 'tenant.suspend'],
};

const permissions: PermissionsService = {
  authorize: () => Promise.reject(new Error('not conditional')),
  async authorizeConditional(requests, options) {
    const { credentials } = options as { credentials: BackstageCredentials };
    const principal = credentials.principal as { userEntityRef?: string };
    // The framework allows services what they are not restricted from.
    const granted = principal.userEntityRef && grants[principal.userEntityRef];
    return requests.map(({ permission }) => {
      if (!isResourcePermission(permission, 'tenant')) {
        throw new Error('not a permission on tenants');
      }
      if (principal.userEntityRef && !granted?.includes(permission.name)) {
        return { result: AuthorizeResult.DENY };
      }
      return principal.userEntityRef
        ? createTenantConditionalDecision(
            permission,
            tenantConditions.isOwner({ owners: ['group:default/acme-01'] }),
          )
        : { result: AuthorizeResult.ALLOW };
    });
  },
};

describe('requests to the GitOps engine', () => {
  const engine = jest.fn<Promise<void>, Parameters<GitOpsEngine['request']>>();
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock();
  const httpAuth = mockServices.httpAuth();
  const engines = new Map<string, GitOpsEngine>();
  let app: express.Express;

  beforeAll(async () => {
    const registry = new RegistryView({
      logger: mockServices.logger.mock(),
      reader: {
        url: 'https://forge.example.com/',
        read: async () => ({
          registry: parseRegistry(registryFiles('acme-01', 'globex-01')),
          etag: '1',
        }),
      },
    });
    await registry.refresh();
    const tenants = new TenantsView({
      registry,
      statusOf: () => undefined,
      runbookUrl: () => undefined,
      offeredTemplates: () => new Map(),
    });
    const permissionsRegistry = mockServices.permissionsRegistry.mock({
      getPermissionRuleset: (() => ({
        getRuleByName: () => isOwner,
      })) as unknown as PermissionsRegistryService['getPermissionRuleset'],
    });
    const common = { tenants, permissions, permissionsRegistry };
    const authorizedTenants = new AuthorizedTenants(common);
    const router = await createOpenApiRouter();
    addGitOpsRoutes(router, {
      httpAuth,
      gitOps: new GitOpsRequests({
        auditor,
        registry,
        engines,
        authorizer: new GitOpsAuthorizer({ ...common, authorizedTenants }),
      }),
    });
    app = express().use(json(), router, mockErrorHandler());
  });

  beforeEach(() => {
    jest.clearAllMocks();
    engine.mockReset().mockResolvedValue();
    auditor.createEvent.mockResolvedValue(event);
    engines.set('argocd', { id: 'argocd', request: engine });
  });

  function post(path: string, user?: string) {
    const header = user
      ? mockCredentials.user.header(`user:default/${user}`)
      : mockCredentials.none.header();
    return request(app)
      .post(path)
      .set('authorization', header)
      .send(path.endsWith('/rollback') ? { deployment: '3' } : undefined);
  }

  it.each(actions)('passes %s on as the caller', async action => {
    const response = await post(`${acme}/${action}`, 'operator');
    expect(response.status).toBe(202);
    expect(engine).toHaveBeenCalledTimes(1);
    expect(engine.mock.calls[0][0]).toMatchObject({
      binding: { tenant: 'acme-01', namespace: 'acme-01-devnet' },
      requestedBy: 'user:default/operator',
      request: action === 'rollback' ? { action, deployment: '3' } : { action },
    });
  });

  it.each(actions)(
    'refuses %s to who may see the tenant only',
    async action => {
      const response = await post(`${acme}/${action}`, 'reader');
      expect(response.status).toBe(403);
      expect(engine).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['sync', 202],
    ['refresh', 202],
    ['rollback', 403],
    ['suspend', 403],
    ['resume', 403],
  ])(
    'answers %s with the permission tenant.sync by %d',
    async (action, status) => {
      const response = await post(`${acme}/${action}`, 'syncer');
      expect(response.status).toBe(status);
    },
  );

  it.each([
    ['another tenant', globex, 'operator'],
    ['a tenant that is not there', acme.replace('acme', 'absent'), 'operator'],
    ['a tenant that the caller may not see', acme, 'blind'],
    [
      'an environment without the tenant',
      acme.replace('devnet', 'mainnet'),
      'operator',
    ],
  ])('says of %s that it is not there', async (_, path, user) => {
    for (const action of actions) {
      const response = await post(`${path}/${action}`, user);
      expect([action, response.status]).toEqual([action, 404]);
    }
    expect(engine).not.toHaveBeenCalled();
  });

  it('asks who is there', async () => {
    expect((await post(`${acme}/sync`)).status).toBe(401);
  });

  describe('from a service', () => {
    const send = async (
      accessRestrictions?: Parameters<typeof mockCredentials.service>[1],
    ) => {
      jest
        .spyOn(httpAuth, 'credentials')
        .mockResolvedValueOnce(
          mockCredentials.service('external:ci', accessRestrictions),
        );
      const response = await request(app).post(`${acme}/sync`);
      return response.status;
    };

    it('is refused unless the service is restricted to the permission', async () => {
      expect(await send()).toBe(403);
      expect(await send({ permissionNames: ['tenant.read'] })).toBe(403);
      expect(engine).not.toHaveBeenCalled();
    });

    it('is passed on where it is', async () => {
      const permissionNames = ['tenant.read', 'tenant.sync'];
      expect(await send({ permissionNames })).toBe(202);
      expect(engine.mock.calls[0][0].requestedBy).toBe('external:ci');
    });
  });

  it.each([
    [{}, /deployment/],
    [{ deployment: '' }, /deployment/],
    [{ deployment: 7 }, /deployment/],
    [{ deployment: 'x'.repeat(201) }, /deployment/],
    [{ deployment: '1', force: true }, /additional properties/],
  ])(
    'refuses the body %j of a rollback and says why',
    async (body, message) => {
      const response = await request(app)
        .post(`${acme}/rollback`)
        .set(
          'authorization',
          mockCredentials.user.header('user:default/operator'),
        )
        .send(body);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toMatch(message);
      expect(engine).not.toHaveBeenCalled();
    },
  );

  it('lets one request at a time pass for a tenant environment', async () => {
    let finish = () => {};
    engine.mockImplementationOnce(
      () => new Promise(resolve => (finish = resolve)),
    );
    const first = post(`${acme}/sync`, 'operator').then(({ status }) => status);
    while (engine.mock.calls.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    expect((await post(`${acme}/refresh`, 'operator')).status).toBe(409);
    finish();
    expect(await first).toBe(202);
    expect((await post(`${acme}/refresh`, 'operator')).status).toBe(202);
  });

  it.each([
    ['a conflict', new ConflictError('It is busy.'), 409],
    ['silence', new ServiceUnavailableError('It is away.'), 503],
    ['a bug', new Error('undefined is not a function'), 500],
  ])('answers %s of the engine as what it is', async (_, error, status) => {
    engine.mockRejectedValueOnce(error);
    expect((await post(`${acme}/sync`, 'operator')).status).toBe(status);
    expect((await post(`${acme}/sync`, 'operator')).status).toBe(202);
  });

  it('says that there is no module for the engine', async () => {
    engines.clear();
    const response = await post(`${acme}/sync`, 'operator');
    expect(response.status).toBe(501);
    expect(response.body.error.message).toContain('"argocd"');
  });

  describe('the audit log', () => {
    it.each([
      ['refresh', 'low'],
      ['sync', 'medium'],
      ['suspend', 'high'],
      ['resume', 'high'],
      ['rollback', 'high'],
    ])('has %s with severity %s', async (action, severityLevel) => {
      await post(`${acme}/${action}`, 'operator');
      expect(auditor.createEvent).toHaveBeenCalledWith({
        eventId: 'gitops-request',
        severityLevel,
        request: expect.objectContaining({ method: 'POST' }),
        meta: {
          queryType: action,
          tenant: 'acme-01',
          environment: 'devnet',
          action,
          ...(action === 'rollback' && { deployment: '3' }),
        },
      });
      expect(event.success).toHaveBeenCalledWith({
        meta: { outcome: 'accepted' },
      });
      expect(event.fail).not.toHaveBeenCalled();
    });

    it.each([
      ['a refusal of the portal', 'reader', undefined, 'refused'],
      [
        'a refusal of the engine',
        'operator',
        new ConflictError('x'),
        'refused',
      ],
      ['a failure', 'operator', new ServiceUnavailableError('x'), 'failed'],
    ])('has %s', async (_, user, failure, outcome) => {
      if (failure) {
        engine.mockRejectedValueOnce(failure);
      }
      await post(`${acme}/sync`, user);
      expect(event.fail).toHaveBeenCalledWith({
        error: expect.any(Error),
        meta: { outcome },
      });
      expect(event.success).not.toHaveBeenCalled();
    });

    it('is a condition for anything to be done', async () => {
      auditor.createEvent.mockRejectedValueOnce(new Error('The disk is full.'));
      expect((await post(`${acme}/sync`, 'operator')).status).toBe(500);
      expect(engine).not.toHaveBeenCalled();
    });
  });
});
