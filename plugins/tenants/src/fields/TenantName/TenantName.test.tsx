import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import { errorsOf, FakeTenantsApi, renderForm } from '../../__testUtils__';
import { tenantNameField } from '.';
import { validateTenantName } from './validateTenantName';

function renderField(api = new FakeTenantsApi()) {
  return renderForm({
    api,
    fields: [tenantNameField],
    properties: {
      client: {
        title: 'Client name',
        type: 'string',
        'ui:field': 'TenantName',
      },
    },
  });
}

async function type(text: string) {
  await userEvent.type(await screen.findByLabelText('Client name'), text);
}

describe('TenantName', () => {
  it('names the broken rule at once, and asks nobody', async () => {
    const api = new FakeTenantsApi();
    const checkName = jest.spyOn(api, 'checkName');
    renderField(api);
    await type('Acme');
    expect(
      screen.getByText(/must start with a lower-case letter/),
    ).toBeVisible();
    expect(screen.getByLabelText('Client name')).toBeInvalid();
    expect(checkName).not.toHaveBeenCalled();
  });

  it('says that a name is free, asking once after typing', async () => {
    const api = new FakeTenantsApi();
    const checkName = jest.spyOn(api, 'checkName');
    renderField(api);
    await type('new-one');
    expect(screen.getByText(/Checking whether/)).toBeVisible();
    expect(await screen.findByText('new-one is free.')).toBeVisible();
    expect(checkName.mock.calls.map(([name]) => name)).toEqual(['new-one']);
  });

  it('says why a name cannot be taken, and does not go on', async () => {
    renderField();
    await type('acme-01');
    expect(
      await screen.findByText('The name "acme-01" is taken.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/'Client name' The name "acme-01" is taken/),
    ).toBeVisible();
  });

  it('can be mended after it was refused', async () => {
    const { onCreate } = renderField();
    await type('acme-01');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await screen.findByText(/'Client name' The name "acme-01" is taken/);
    await type('-b');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ client: 'acme-01-b' });
  });

  it('admits that it could not check', async () => {
    const api = new FakeTenantsApi();
    api.checkName = async () => {
      throw new ServiceUnavailableError('The registry is not read yet.');
    };
    renderField(api);
    await type('new-one');
    expect(
      await screen.findByText(/could not be checked: The registry is not/),
    ).toBeVisible();
  });
});

describe('validateTenantName', () => {
  const validate = (name: string | undefined, api = new FakeTenantsApi()) =>
    errorsOf(api, (field, context) => validateTenantName(name, field, context));

  it('accepts a name that is free', async () => {
    expect(await validate('new-one')).toEqual([]);
  });

  it.each([
    [undefined, 'A name is needed.'],
    ['a'.repeat(31), 'at most 30'],
    ['-a', 'must start with a lower-case letter'],
    ['${{ 7 }}', 'must start with a lower-case letter'],
    ['acme-01', 'is taken'],
  ])('refuses %s', async (name, message) => {
    expect((await validate(name)).join()).toContain(message);
  });

  it('refuses what could not be checked', async () => {
    const api = new FakeTenantsApi();
    api.checkName = async () => {
      throw new Error('offline');
    };
    expect(await validate('new-one', api)).toEqual([
      'Whether the name is free could not be checked: offline',
    ]);
  });
});
