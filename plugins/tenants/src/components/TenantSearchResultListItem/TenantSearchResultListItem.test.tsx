import { screen } from '@testing-library/react';
import { FakeTenantsApi, renderWithApi } from '../../__testUtils__';
import { TenantSearchResultListItem } from './TenantSearchResultListItem';

const document = {
  title: 'Acme Bank',
  text: 'acme-01 wallet.validator.acme-01.devnet.naas.example.com',
  location: '/tenants/acme-01',
};

function renderItem(props: Parameters<typeof TenantSearchResultListItem>[0]) {
  return renderWithApi(<TenantSearchResultListItem {...props} />, {
    api: new FakeTenantsApi(),
  });
}

describe('TenantSearchResultListItem', () => {
  it('leads to the tenant and names its environments', () => {
    const result = { ...document, environments: ['devnet', 'mainnet'] };
    renderItem({ result });
    expect(screen.getByRole('link', { name: 'Acme Bank' })).toHaveAttribute(
      'href',
      '/tenants/acme-01',
    );
    expect(screen.getByText('Environments: devnet, mainnet')).toBeVisible();
  });

  it('marks what was searched for', () => {
    renderItem({
      result: document,
      highlight: {
        preTag: '<b>',
        postTag: '</b>',
        fields: { text: 'host <b>wallet</b>.validator' },
      },
    });
    expect(screen.getByText('wallet').tagName).toBe('MARK');
  });

  it('shows a document without environments too', () => {
    renderItem({ result: document });
    expect(screen.getByText(document.text)).toBeVisible();
    expect(screen.queryByText(/Environments/)).not.toBeInTheDocument();
  });
});
