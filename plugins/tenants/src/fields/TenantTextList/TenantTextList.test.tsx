import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTenantsApi, renderForm } from '../../__testUtils__';
import { tenantTextListField } from '.';

function renderField() {
  return renderForm({
    api: new FakeTenantsApi(),
    fields: [tenantTextListField],
    properties: {
      contacts: {
        title: 'Contacts',
        type: 'array',
        minItems: 1,
        items: {
          title: 'E-mail address',
          description: 'Such as ops@example.com.',
          type: 'string',
          pattern: '^[^\\s@]+@[^\\s@]+$',
        },
        'ui:field': 'TenantTextList',
      },
    },
  });
}

const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));

describe('TenantTextList', () => {
  it('takes a pasted list apart and hands it on', async () => {
    const { onCreate } = renderField();
    await userEvent.click(await screen.findByLabelText('Contacts'));
    await userEvent.paste('a@example.com, b@example.com\nc@example.com');
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({
      contacts: ['a@example.com', 'b@example.com', 'c@example.com'],
    });
  });

  it('names each entry that breaks the rule, and does not go on', async () => {
    renderField();
    await userEvent.type(
      await screen.findByLabelText('Contacts'),
      'a@example.com nobody',
    );
    expect(
      screen.getByText(
        '“nobody” is not accepted as E-mail address. Such as ops@example.com.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/“a@example.com”/)).toBeNull();
    await review();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
