import { PermissionsService } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  tenantChangePermission,
  tenantCreatePermission,
} from '@tenantry/plugin-tenants-common';
import {
  createTenantConditionalDecision,
  tenantConditions,
} from '@tenantry/plugin-tenants-node';
import { tenantRules } from '../__testUtils__';
import { AuthorizedChanges } from './AuthorizedChanges';

const credentials = mockCredentials.user('user:default/jane');
const owners: Record<string, string> = {
  'acme-01': 'group:default/acme-01',
  'globex-01': 'group:default/globex-01',
};
const ownsAcme = createTenantConditionalDecision(
  tenantChangePermission,
  tenantConditions.isOwner({ owners: ['group:default/acme-01'] }),
);
const ownsNothing = createTenantConditionalDecision(
  tenantChangePermission,
  tenantConditions.isOwner({ owners: ['group:default/absent'] }),
);
const allow = { result: AuthorizeResult.ALLOW } as const;
const deny = { result: AuthorizeResult.DENY } as const;

describe('AuthorizedChanges', () => {
  const onDenied = jest.fn();

  beforeEach(() => onDenied.mockReset());

  function changes(
    change: typeof ownsAcme | typeof allow | typeof deny,
    create: typeof allow | typeof deny = deny,
  ) {
    const permissions: PermissionsService = {
      authorizeConditional: async requests =>
        requests.map(({ permission }) =>
          permission.name === tenantChangePermission.name ? change : deny,
        ),
      authorize: async requests =>
        requests.map(({ permission }) =>
          permission.name === tenantCreatePermission.name ? create : deny,
        ),
    };
    return new AuthorizedChanges({
      tenants: {
        names: () => Object.keys(owners),
        ownerOf: name => owners[name],
      },
      permissions,
      permissionsRegistry: tenantRules,
      onDenied,
    });
  }

  const change = (client: unknown) => ({
    operation: 'change' as const,
    client,
  });
  const errorOf = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      error => `${error.name}: ${error.message}`,
    );

  it('lets a client change what it owns', async () => {
    await expect(
      changes(ownsAcme).require(change('acme-01'), credentials),
    ).resolves.toBeUndefined();
  });

  it("answers for somebody else's tenant as for one that does not exist", async () => {
    const authorized = changes(ownsAcme);
    const other = await errorOf(
      authorized.require(change('globex-01'), credentials),
    );
    const absent = await errorOf(
      authorized.require(change('absent-01'), credentials),
    );
    expect(other).toBe('NotFoundError: There is no tenant "globex-01".');
    expect(absent).toBe(other!.replace('globex-01', 'absent-01'));
    expect(onDenied.mock.calls).toEqual([['tenant.change']]);
  });

  it.each([[undefined], [['acme-01']], [{ name: 'acme-01' }]])(
    'refuses %j where a tenant has to be named',
    async client => {
      expect(
        await errorOf(changes(ownsAcme).require(change(client), credentials)),
      ).toMatch(/InputError: The field "client" must name a tenant/);
    },
  );

  it('lets nobody onboard by the permission to change', async () => {
    const onboard = { operation: 'onboard' as const, client: 'acme-01' };
    for (const authorized of [changes(ownsAcme), changes(allow)]) {
      expect(await errorOf(authorized.require(onboard, credentials))).toBe(
        'NotAllowedError: You need the permission tenant.create.',
      );
    }
    expect(
      await errorOf(changes(deny, allow).require(onboard, credentials)),
    ).toBeUndefined();
  });

  it('lets who may change all name any tenant, so that the findings can tell what is wrong', async () => {
    const mayChange = await changes(allow).mayChange(credentials);
    expect(mayChange('absent-01')).toBe(true);
  });

  it.each([
    ['one who may change a tenant', ownsAcme, deny, true],
    ['one who may onboard', deny, allow, true],
    ['one whose groups own no tenant', ownsNothing, deny, false],
    ['one who may nothing', deny, deny, false],
  ] as const)('knows %s', async (_, mayChange, mayCreate, expected) => {
    const error = await errorOf(
      changes(mayChange, mayCreate).requireAny(credentials),
    );
    expect(error === undefined).toBe(expected);
  });
});
