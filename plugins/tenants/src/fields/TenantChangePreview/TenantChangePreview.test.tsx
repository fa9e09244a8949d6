import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ChangePreview } from '@tenantry/plugin-tenants-common';
import { errorsOf, FakeTenantsApi, renderForm } from '../../__testUtils__';
import { tenantChangePreviewField } from '.';
import { validateTenantChangePreview } from './validateTenantChangePreview';

const templateRef = 'template:default/new-canton-client';

const values = { client: 'new-one', environments: ['devnet'] };

const empty: ChangePreview = {
  title: 'Change new-one',
  files: [],
  findings: [],
  notes: [],
  pruned: [],
};

const refused: ChangePreview = {
  ...empty,
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
      ...empty,
      files: [
        { path: 'a.yaml', operation: 'create', content: 'kind: A\n' },
        { path: 'b.yaml', operation: 'update', content: 'kind: B\n' },
        { path: 'c.yaml', operation: 'delete' },
        { path: 'd.yaml', operation: 'create' },
      ],
    });
    renderField(api);
    expect(
      await screen.findByText(/“Change new-one” will write 4 files/),
    ).toBeVisible();
    const files = screen.getAllByRole('button', { name: /\.yaml/ });
    expect(files.map(file => file.textContent)).toEqual([
      'createa.yaml',
      'updateb.yaml',
      'deletec.yaml',
      'created.yaml',
    ]);
    await userEvent.click(files[0]);
    expect(screen.getByText('kind: A')).toBeVisible();
    await userEvent.click(files[2]);
    expect(screen.getByText('The file will be deleted.')).toBeVisible();
    await userEvent.click(files[3]);
    expect(screen.getByText(/too large to be shown/)).toBeVisible();
  });

  it('shows what changes in a file, with plus and minus', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line-${index}: 1`);
    const previousContent = lines.join('\n');
    renderField(
      apiAnswering({
        ...empty,
        files: [
          {
            path: 'b.yaml',
            operation: 'update',
            previousContent,
            content: previousContent.replace('line-10: 1', 'line-10: 2'),
          },
        ],
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /b\.yaml/ }),
    );
    const diff = screen.getByRole('group', { name: 'Change of b.yaml' });
    expect(diff).toHaveTextContent('-line-10: 1+line-10: 2');
    expect(diff).toHaveTextContent('line-7: 1');
    expect(diff).not.toHaveTextContent('line-6: 1');
  });

  it('tells the reviewer what to look at and what will be deleted from the clusters', async () => {
    renderField(
      apiAnswering({
        ...empty,
        files: [{ path: 'c.yaml', operation: 'delete' }],
        notes: ['c.yaml was changed by hand.'],
        pruned: [
          { cluster: 'devnet', kind: 'Namespace', name: 'acme-01-devnet' },
          ...Array.from({ length: 60 }, (_, index) => ({
            cluster: 'devnet',
            namespace: 'acme-01-devnet',
            kind: 'Service',
            name: `service-${index}`,
          })),
        ],
      }),
    );
    expect(
      await screen.findByText('c.yaml was changed by hand.'),
    ).toBeVisible();
    expect(screen.getByText('devnet · Namespace/acme-01-devnet')).toBeVisible();
    expect(
      screen.getByText('devnet · acme-01-devnet · Service/service-0'),
    ).toBeVisible();
    expect(screen.getByText('and 11 more')).toBeVisible();
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
