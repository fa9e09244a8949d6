import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  errorsOf,
  FakeTenantsApi,
  fakeTenant,
  renderForm,
} from '../../__testUtils__';
import { tenantPickerField } from '.';
import { validateTenantPicker } from './validateTenantPicker';

const tenants = () =>
  new FakeTenantsApi([
    fakeTenant('acme-01', 'Acme'),
    fakeTenant('beta-02', 'Beta'),
  ]);

function renderField(api = tenants()) {
  return renderForm({
    api,
    fields: [tenantPickerField],
    properties: {
      client: { title: 'Client', type: 'string', 'ui:field': 'TenantPicker' },
    },
  });
}

describe('TenantPicker', () => {
  it('finds a tenant by what is typed, and hands on its name', async () => {
    const { onCreate } = renderField();
    const field = await screen.findByRole('combobox', { name: /Client/ });
    await userEvent.type(field, 'bet');
    await userEvent.click(
      await screen.findByRole('option', { name: /beta-02/ }),
    );
    expect(screen.queryByRole('option', { name: /acme-01/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ client: 'beta-02' });
  });

  it('gives the reason when there is no list', async () => {
    const api = tenants();
    api.listTenants = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    renderField(api);
    expect(await screen.findByText(/No database\./)).toBeVisible();
  });
});

describe('validateTenantPicker', () => {
  const validate = (tenant: string | undefined, api = tenants()) =>
    errorsOf(api, (field, context) =>
      validateTenantPicker(tenant, field, context),
    );

  it('accepts a tenant that is there', async () => {
    expect(await validate('acme-01')).toEqual([]);
  });

  it.each([
    [undefined, 'Choose one.'],
    ['gamma-03', 'There is no gamma-03, or it is not yours to see.'],
  ])('refuses %s', async (tenant, message) => {
    expect(await validate(tenant)).toEqual([message]);
  });

  it('refuses what could not be checked', async () => {
    const api = tenants();
    api.getTenant = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    expect(await validate('acme-01', api)).toEqual([
      'The list could not be loaded: No database.',
    ]);
  });
});
