import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTenantsApi, renderForm } from '../../__testUtils__';
import { tenantTextField } from '.';

function renderField() {
  return renderForm({
    api: new FakeTenantsApi(),
    fields: [tenantTextField],
    properties: {
      partyHint: {
        title: 'Party hint',
        description: 'Three parts, the last a number.',
        type: 'string',
        pattern: '^[a-z_]+-[a-z]+-[0-9]+$',
        maxLength: 20,
        'ui:field': 'TenantText',
      },
    },
  });
}

async function type(text: string) {
  await userEvent.type(await screen.findByLabelText('Party hint'), text);
}

const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));

describe('TenantText', () => {
  it('names the rule of the form that the text breaks, while typing', async () => {
    renderField();
    await type('acme');
    expect(
      screen.getByText(
        '“acme” is not accepted as Party hint. Three parts, the last a number.',
      ),
    ).toBeVisible();
    expect(screen.getByLabelText('Party hint')).toBeInvalid();
  });

  it('says nothing about text that is right, and hands it on', async () => {
    const { onCreate } = renderField();
    await type('acme-validator-1');
    expect(screen.queryByText(/not accepted/)).toBeNull();
    expect(screen.getByLabelText('Party hint')).not.toBeInvalid();
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ partyHint: 'acme-validator-1' });
  });

  it.each(['<b>', 'a {{}{{} b', 'a '])(
    'does not go on with %s, which is more than text',
    async text => {
      renderField();
      await type(text);
      await review();
      expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
      expect(screen.getByLabelText('Party hint')).toBeInvalid();
    },
  );

  it('refuses what is too long', async () => {
    renderField();
    await type('acme_acme_acme-validator-1');
    expect(screen.getByText(/is not accepted as Party hint/)).toBeVisible();
  });

  it('may stay empty', async () => {
    const { onCreate } = renderField();
    await screen.findByLabelText('Party hint');
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({});
  });
});
