import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  errorsOf,
  fakeEnvironment,
  FakeTenantsApi,
  fakeTenant,
  renderForm,
} from '../../__testUtils__';
import { tenantEnvironmentsField } from '../TenantEnvironments';
import { tenantAllowListField } from '.';
import { validateTenantAllowList } from './validateTenantAllowList';

function renderField(
  initialState: Record<string, any>,
  api = new FakeTenantsApi(),
  mode?: 'existing',
) {
  return renderForm({
    api,
    fields: [tenantAllowListField, tenantEnvironmentsField],
    initialState,
    properties: {
      client: { title: 'Client', type: 'string' },
      environments: {
        title: 'Environments',
        type: 'array',
        items: { type: 'string' },
        'ui:field': 'TenantEnvironments',
      },
      allowList: {
        title: 'IP allow-list',
        type: 'object',
        default: {},
        additionalProperties: { type: 'array', items: { type: 'string' } },
        'ui:field': 'TenantAllowList',
        'ui:options': mode ? { mode } : {},
      },
    },
  });
}

async function create() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe('TenantAllowList', () => {
  it('asks for environments first', async () => {
    renderField({ environments: [] });
    expect(await screen.findByText('Choose environments first.')).toBeVisible();
  });

  it('says that an empty list lets nobody in', async () => {
    renderField({ environments: ['devnet'] });
    expect(
      await screen.findByText(
        /nobody outside the cluster can connect to DevNet/,
      ),
    ).toBeVisible();
    expect(screen.queryByLabelText(/connect to MainNet/)).toBeNull();
  });

  it('takes a paste of many addresses, by environment', async () => {
    const { onCreate } = renderField({ environments: ['devnet', 'mainnet'] });
    await userEvent.click(await screen.findByLabelText(/connect to DevNet/));
    await userEvent.paste('203.0.113.0/24, 198.51.100.0/24\n2001:db8::/48');
    expect(await screen.findByText('3 address ranges')).toBeVisible();
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      environments: ['devnet', 'mainnet'],
      allowList: {
        devnet: ['203.0.113.0/24', '198.51.100.0/24', '2001:db8::/48'],
      },
    });
  });

  it('names each bad entry with the rule of its environment', async () => {
    renderField({ environments: ['mainnet'] });
    await userEvent.click(await screen.findByLabelText(/connect to MainNet/));
    await userEvent.paste('0.0.0.0/0 nonsense 203.0.113.0/28 203.0.113.0/28');
    expect(
      await screen.findByText(/"0\.0\.0\.0\/0" is too wide.*\/28 or longer/),
    ).toBeVisible();
    expect(screen.getByText(/"nonsense" is not a CIDR/)).toBeVisible();
    expect(
      screen.getByText(/"203\.0\.113\.0\/28" is listed twice/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/'IP allow-list' MainNet: "nonsense"/),
    ).toBeVisible();
  });

  it('drops the addresses of an environment that is no longer chosen', async () => {
    const { onCreate } = renderField({
      environments: ['devnet', 'mainnet'],
      allowList: { devnet: ['203.0.113.0/24'], mainnet: ['203.0.113.0/28'] },
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /MainNet/ }),
    );
    await waitFor(() =>
      expect(screen.queryByLabelText(/connect to MainNet/)).toBeNull(),
    );
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      environments: ['devnet'],
      allowList: { devnet: ['203.0.113.0/24'] },
    });
  });

  it('gives the reason when the rules cannot be loaded', async () => {
    const api = new FakeTenantsApi();
    api.listEnvironments = async () => {
      throw new ServiceUnavailableError('No registry.');
    };
    renderField({ environments: ['devnet'] }, api);
    expect((await screen.findAllByText(/No registry\./))[0]).toBeVisible();
  });
});

describe('TenantAllowList of an existing tenant', () => {
  const inGit = ['203.0.113.0/24', '198.51.100.0/24'];
  const api = () =>
    new FakeTenantsApi([
      fakeTenant('acme-01', 'Acme', [
        fakeEnvironment({
          tenant: 'acme-01',
          environment: 'devnet',
          allowList: inGit,
        }),
      ]),
      fakeTenant('other-01', 'Other', [
        fakeEnvironment({
          tenant: 'other-01',
          environment: 'devnet',
          allowList: ['192.0.2.0/28'],
        }),
      ]),
    ]);
  const chosen = { client: 'acme-01', environments: ['devnet'] };

  it('starts with the list in Git, and hands on what becomes of it', async () => {
    const { onCreate } = renderField(chosen, api(), 'existing');
    const text = await screen.findByLabelText(/connect to DevNet/);
    expect(text).toHaveValue(inGit.join('\n'));
    expect(screen.getByText('In Git now: 2 address ranges.')).toBeVisible();
    await userEvent.type(text, '{Enter}192.0.2.0/28');
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      ...chosen,
      allowList: { devnet: [...inGit, '192.0.2.0/28'] },
    });
  });

  it('tells an emptied list from one that was never filled in', async () => {
    const { onCreate } = renderField(chosen, api(), 'existing');
    await userEvent.clear(await screen.findByLabelText(/connect to DevNet/));
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      ...chosen,
      allowList: { devnet: [] },
    });
  });

  it('never takes the addresses of one tenant to another', async () => {
    const { onCreate } = renderField(chosen, api(), 'existing');
    await screen.findByLabelText(/connect to DevNet/);
    const client = screen.getByLabelText('Client');
    await userEvent.clear(client);
    await userEvent.type(client, 'other-01');
    await waitFor(async () =>
      expect(await screen.findByLabelText(/connect to DevNet/)).toHaveValue(
        '192.0.2.0/28',
      ),
    );
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      client: 'other-01',
      environments: ['devnet'],
      allowList: { devnet: ['192.0.2.0/28'] },
    });
  });

  it('does not go on while the list in Git is unknown', async () => {
    const failing = api();
    failing.getTenantEnvironment = async () => {
      throw new ServiceUnavailableError('No database.');
    };
    renderField(chosen, failing, 'existing');
    expect(await screen.findByText(/No database\./)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/'IP allow-list' The allow-list in Git is not/),
    ).toBeVisible();
  });
});

describe('validateTenantAllowList', () => {
  const validate = (
    lists: Record<string, string[]> | undefined,
    api = new FakeTenantsApi(),
  ) =>
    errorsOf(api, (field, context) =>
      validateTenantAllowList(lists, field, context),
    );

  it.each([[undefined], [{}], [{ devnet: ['203.0.113.0/24'] }]])(
    'accepts %j',
    async lists => {
      expect(await validate(lists)).toEqual([]);
    },
  );

  it.each([
    [{ devnet: ['0.0.0.0/0'] }, 'DevNet: "0.0.0.0/0" is too wide'],
    [{ mainnet: ['203.0.113.0/24'] }, 'MainNet: "203.0.113.0/24" is too wide'],
    [{ devnet: ['203.0.113.7/24'] }, 'write 203.0.113.0/24'],
    [{ devnet: ['${{ 7 }}'] }, 'is not a CIDR'],
    [{ moonnet: ['203.0.113.0/24'] }, 'There is no environment moonnet.'],
  ])('refuses %j', async (lists, message) => {
    expect((await validate(lists)).join()).toContain(message);
  });

  it('refuses what could not be checked', async () => {
    const api = new FakeTenantsApi();
    api.listEnvironments = async () => {
      throw new Error('offline');
    };
    expect(await validate({ devnet: ['203.0.113.0/24'] }, api)).toEqual([
      'The environments could not be loaded: offline',
    ]);
  });
});
