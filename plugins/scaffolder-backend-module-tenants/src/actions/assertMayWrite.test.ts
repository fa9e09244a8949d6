import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { answer } from '../__testUtils__/answer';
import { memoryReader } from '../__testUtils__/memoryReader';
import { registryFiles } from '../__testUtils__/registry';
import { assertMayRender } from './assertMayChange';
import { assertMayWrite } from './assertMayWrite';

const { ALLOW, DENY } = AuthorizeResult;

describe('who may propose what', () => {
  const permissions = mockServices.permissions.mock();
  const reader = memoryReader(registryFiles);
  const asking = { permissions, credentials: mockCredentials.user() };

  beforeEach(() => jest.clearAllMocks());

  const asClientOf = (tenant: string) =>
    answer(permissions, (permission, resourceRef) =>
      permission === 'tenant.change' && resourceRef === tenant ? ALLOW : DENY,
    );
  const asOnboarder = () =>
    answer(permissions, permission =>
      permission === 'tenant.create' ? ALLOW : DENY,
    );
  const errorOf = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      error => `${error.name}: ${error.message}`,
    );
  const write = (...paths: string[]) =>
    errorOf(assertMayWrite({ paths, asking, reader }));
  const render = (operation: 'onboard' | 'change', client: unknown) =>
    errorOf(assertMayRender({ asking, operation, client }));

  it('lets a client change the files of its own tenant', async () => {
    asClientOf('acme-01');
    expect(
      await write('clients/acme-01/client.yaml', 'hub/realms/acme-01.yaml'),
    ).toBeUndefined();
    expect(await render('change', 'acme-01')).toBeUndefined();
  });

  it.each([
    [['clients/acme-01/client.yaml', 'clients/globex-01/client.yaml']],
    [['clients/acme-01/client.yaml', 'hub/realms/globex-01.yaml']],
    [['clients/acme-01/client.yaml', 'platform.yaml']],
    [['acme-01']],
  ])('refuses a client that writes %j', async paths => {
    asClientOf('acme-01');
    expect(await write(...paths)).toMatch(/^NotFoundError: There is no tenant/);
    expect(reader.readTenantFiles).not.toHaveBeenCalled();
  });

  it("answers for somebody else's tenant as for one that does not exist", async () => {
    asClientOf('globex-01');
    const other = await render('change', 'acme-01');
    expect(other).toBe('NotFoundError: There is no tenant "acme-01".');
    expect(await render('change', 'absent')).toBe(
      other!.replace('acme-01', 'absent'),
    );
    expect(await write('clients/acme-01/client.yaml')).toBe(other);
    expect(await write('clients/absent/client.yaml')).toBe(
      other!.replace('acme-01', 'absent'),
    );
  });

  it('lets a client onboard nobody, itself included', async () => {
    asClientOf('acme-01');
    expect(await render('onboard', 'acme-01')).toBe(
      'NotAllowedError: You may not propose new tenants.',
    );
  });

  it('lets who may only onboard write new tenants, and no existing ones', async () => {
    asOnboarder();
    expect(await render('onboard', 'new-01')).toBeUndefined();
    expect(await write('clients/new-01/client.yaml')).toBeUndefined();
    expect(await write('clients/acme-01/client.yaml')).toBe(
      'NotFoundError: There is no tenant "acme-01".',
    );
    expect(await write('platform.yaml')).toMatch(/^NotFoundError/);
  });

  it.each([[undefined], [''], [['acme-01']]])(
    'refuses %j where a tenant has to be named',
    async client => {
      answer(permissions, () => ALLOW);
      expect(await render('change', client)).toMatch(/^InputError/);
    },
  );

  it('takes an answer that is missing for a refusal', async () => {
    permissions.authorize.mockResolvedValue([]);
    expect(await write('clients/acme-01/client.yaml')).toMatch(/NotFoundError/);
    expect(await render('onboard', 'new-01')).toMatch(/NotAllowedError/);
  });

  it('bounds how many tenants are asked about', async () => {
    const paths = [...Array(51).keys()].map(index => `clients/t-${index}/a`);
    expect(await write(...paths)).toMatch(/touches 51 tenants/);
    expect(permissions.authorize).not.toHaveBeenCalled();
  });
});
