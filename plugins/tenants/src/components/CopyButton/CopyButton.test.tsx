import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeTenantsApi, renderWithApi } from '../../__testUtils__';
import { CopyButton } from './CopyButton';

describe('CopyButton', () => {
  it('says so when the browser refuses to copy', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('not allowed'));
    renderWithApi(<CopyButton text="203.0.113.0/24" what="allow-list" />, {
      api: new FakeTenantsApi(),
    });
    await user.click(screen.getByRole('button', { name: 'Copy allow-list' }));
    expect(
      await screen.findByText('Copying was refused by the browser'),
    ).toBeInTheDocument();
  });
});
