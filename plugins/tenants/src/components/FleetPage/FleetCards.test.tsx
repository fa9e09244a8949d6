import { screen, within } from '@testing-library/react';
import {
  FakeTenantsApi,
  fakePlatform,
  renderWithApi,
  summaryOf,
} from '../../__testUtils__';
import { FleetCards } from './FleetCards';

describe('FleetCards', () => {
  it('says the same as the table on a narrow screen', () => {
    const api = new FakeTenantsApi();
    renderWithApi(<FleetCards tenants={fakePlatform.map(summaryOf)} />, {
      api,
    });
    const list = screen.getByRole('list', { name: /Tenants with/ });
    const card = within(list)
      .getAllByRole('listitem')
      .find(item => within(item).queryByText('Borealis Exchange'));
    expect(card).toHaveTextContent('Degraded');
    expect(card).toHaveTextContent('cannot reach its database');
    expect(card).toHaveTextContent('testnet');
    expect(card).toHaveTextContent('CrashLoopBackOff');
  });
});
