import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  errorsOf,
  fakeEnvironment,
  FakeTenantsApi,
  fakeTenant,
  renderForm,
} from '../../__testUtils__';
import { tenantEnvironmentsField } from '.';
import { validateTenantEnvironments } from './validateTenantEnvironments';

function renderField(
  api = new FakeTenantsApi(),
  mode?: 'existing' | 'missing',
  initialState: Record<string, any> = {},
) {
  return renderForm({
    api,
    initialState,
    fields: [tenantEnvironmentsField],
    properties: {
      environments: {
        title: 'Environments',
        type: 'array',
        items: { type: 'string' },
        'ui:field': 'TenantEnvironments',
        'ui:options': mode ? { mode } : {},
      },
    },
  });
}

describe('TenantEnvironments', () => {
  it('offers the environments with title and version, and keeps their order', async () => {
    const { onCreate } = renderField();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /MainNet.*0\.7\.4/ }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: /DevNet/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({
      environments: ['devnet', 'mainnet'],
    });
  });

  it('gives the reason when they cannot be loaded, and tries again', async () => {
    const api = new FakeTenantsApi();
    jest
      .spyOn(api, 'listEnvironments')
      .mockRejectedValueOnce(new ServiceUnavailableError('No registry.'));
    renderField(api);
    expect(await screen.findByText(/No registry\./)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('checkbox', { name: /DevNet/ }),
    ).toBeVisible();
  });

  it('says when there is none to choose', async () => {
    const api = new FakeTenantsApi();
    api.listEnvironments = async () => ({ items: [] });
    renderField(api);
    expect(
      await screen.findByText(/no environment that takes new tenants/),
    ).toBeVisible();
  });
});

describe('TenantEnvironments of a chosen tenant', () => {
  const api = () =>
    new FakeTenantsApi([
      fakeTenant('acme-01', 'Acme', [
        fakeEnvironment({ tenant: 'acme-01', environment: 'devnet' }),
      ]),
    ]);

  it('offers what the tenant has', async () => {
    renderField(api(), 'existing', { client: 'acme-01' });
    expect(
      await screen.findByRole('checkbox', { name: /DevNet/ }),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /MainNet/ })).toBeNull();
  });

  it('offers what the tenant has not', async () => {
    renderField(api(), 'missing', { client: 'acme-01' });
    expect(
      await screen.findByRole('checkbox', { name: /MainNet/ }),
    ).toBeVisible();
    expect(screen.queryByRole('checkbox', { name: /DevNet/ })).toBeNull();
  });

  it('waits for the choice of a tenant', async () => {
    renderField(api(), 'existing');
    expect(
      await screen.findByText(/follow once the client is chosen/),
    ).toBeVisible();
  });

  it('gives the reason when the tenant cannot be loaded', async () => {
    renderField(api(), 'existing', { client: 'not-there' });
    expect(await screen.findByText(/There is no tenant/)).toBeVisible();
  });
});

describe('validateTenantEnvironments', () => {
  const validate = (chosen: string[] | undefined, api = new FakeTenantsApi()) =>
    errorsOf(api, (field, context) =>
      validateTenantEnvironments(chosen, field, context),
    );

  it('accepts environments of the platform', async () => {
    expect(await validate(['devnet', 'mainnet'])).toEqual([]);
  });

  it.each([[undefined], [[]]])('refuses to go without any', async chosen => {
    expect(await validate(chosen)).toEqual([
      'Choose at least one environment.',
    ]);
  });

  it('names each environment that is unknown', async () => {
    expect(await validate(['devnet', 'moonnet'])).toEqual([
      'There is no environment moonnet.',
    ]);
  });

  it('refuses what could not be checked', async () => {
    const api = new FakeTenantsApi();
    api.listEnvironments = async () => {
      throw new Error('offline');
    };
    expect(await validate(['devnet'], api)).toEqual([
      'The environments could not be loaded: offline',
    ]);
  });
});
