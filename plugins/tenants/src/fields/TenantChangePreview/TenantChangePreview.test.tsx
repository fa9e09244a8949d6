import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ChangePreview } from '@tenantry/plugin-tenants-common';
import { errorsOf, FakeTenantsApi, renderForm } from '../../__testUtils__';
import { tenantChangePreviewField } from '.';
import { validateTenantChangePreview } from './validateTenantChangePreview';

const templateRef = 'template:default/new-canton-client';

const values = { client: 'new-one', environments: ['devnet'] };

const refused: ChangePreview = {
  title: 'Onboard new-one',
  files: [],
  findings: [
    {
      rule: 'unique-party-hint',
      message: 'The party hint acme_01-validator-1 belongs to acme-01.',
      field: 'partyHint',
    },
  ],
};

function renderField(api = new FakeTenantsApi()) {
  return renderForm({
    api,
    fields: [tenantChangePreviewField],
    initialState: values,
    properties: {
      preview: {
        title: 'Files to be written',
        type: 'null',
        'ui:field': 'TenantChangePreview',
        'ui:options': { templateRef },
      },
    },
  });
}

function apiAnswering(preview: ChangePreview) {
  const api = new FakeTenantsApi();
  api.previewChange = async () => preview;
  return api;
}

describe('TenantChangePreview', () => {
  it('lists exactly the files that will be written, each with its content', async () => {
    const api = apiAnswering({
      title: 'Change new-one',
      findings: [],
      files: [
        { path: 'a.yaml', operation: 'create', content: 'kind: A\n' },
        { path: 'b.yaml', operation: 'update', content: 'kind: B\n' },
        { path: 'c.yaml', operation: 'delete' },
      ],
    });
    renderField(api);
    expect(
      await screen.findByText(/“Change new-one” will write 3 files/),
    ).toBeVisible();
    const files = screen.getAllByRole('button', { name: /\.yaml/ });
    expect(files.map(file => file.textContent)).toEqual([
      'createa.yaml',
      'updateb.yaml',
      'deletec.yaml',
    ]);
    await userEvent.click(files[0]);
    expect(screen.getByText('kind: A')).toBeVisible();
    await userEvent.click(files[2]);
    expect(screen.getByText('The file will be deleted.')).toBeVisible();
  });

  it('previews the template of the form with the values of all steps, once', async () => {
    const api = new FakeTenantsApi();
    const previewChange = jest.spyOn(api, 'previewChange');
    renderField(api);
    await screen.findByText('clients/new-one/devnet/tenant.yaml');
    expect(previewChange.mock.calls.map(([request]) => request)).toEqual([
      { templateRef, values },
    ]);
  });

  it('shows broken rules and does not go on', async () => {
    renderField(apiAnswering(refused));
    expect(
      await screen.findByText(/party hint acme_01-validator-1 belongs/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/'Files to be written' The party hint/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('gives the reason of a failure, tries again, and does not go on meanwhile', async () => {
    const api = new FakeTenantsApi();
    const previewChange = jest
      .spyOn(api, 'previewChange')
      .mockRejectedValue(new ServiceUnavailableError('No registry.'));
    renderField(api);
    expect(
      await screen.findByText(/could not be worked out: No registry/),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByText(/'Files to be written' The change could not be/),
    ).toBeVisible();
    previewChange.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('clients/new-one/devnet/tenant.yaml'),
    ).toBeVisible();
  });

  it('goes on when all is well, with nothing but null for a value of its own', async () => {
    const { onCreate } = renderField();
    await screen.findByText('clients/new-one/devnet/tenant.yaml');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ ...values, preview: null });
  });
});

describe('validateTenantChangePreview', () => {
  it('tells the author of a template who forgot to name it', async () => {
    const errors = await errorsOf(new FakeTenantsApi(), (field, context) =>
      validateTenantChangePreview(null, field, context),
    );
    expect(errors.join()).toContain('needs ui:options.templateRef');
  });
});
