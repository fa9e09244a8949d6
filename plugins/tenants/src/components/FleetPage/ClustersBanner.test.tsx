import { screen } from '@testing-library/react';
import { FakeTenantsApi, minutesAgo, renderWithApi } from '../../__testUtils__';
import { ClustersBanner } from './ClustersBanner';

const api = new FakeTenantsApi();
const mainnet = {
  name: 'mainnet',
  message: 'The API server refuses connections.',
  observedAt: minutesAgo(12),
  tenants: 3,
};

describe('ClustersBanner', () => {
  it('says why, since when, and leads to the tenants that are hidden', () => {
    renderWithApi(<ClustersBanner clusters={[mainnet]} />, { api });
    const banner = screen.getByRole('alert');
    expect(banner).toHaveTextContent('Cluster mainnet cannot be observed');
    expect(banner).toHaveTextContent(
      'refuses connections. Last answer 12 minutes ago.',
    );
    expect(
      screen.getByRole('link', { name: 'Show 3 tenants on mainnet' }),
    ).toHaveAttribute('href', '/tenants?cluster=mainnet');
  });

  it('is one banner for several clusters', () => {
    const clusters = [mainnet, { name: 'devnet' }];
    renderWithApi(<ClustersBanner clusters={clusters} />, { api });
    expect(screen.getByRole('alert')).toHaveTextContent(
      '2 clusters cannot be observed: mainnet, devnet',
    );
    expect(
      screen.getByRole('link', { name: 'Show tenants on devnet' }),
    ).toBeVisible();
  });

  it('leads nowhere from a cluster without tenants', () => {
    renderWithApi(<ClustersBanner clusters={[{ ...mainnet, tenants: 0 }]} />, {
      api,
    });
    expect(screen.getByRole('alert')).toHaveTextContent('refuses connections');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('is not there while every cluster answers', () => {
    renderWithApi(
      <>
        <p>page</p>
        <ClustersBanner clusters={[]} />
      </>,
      { api },
    );
    expect(screen.getByText('page')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
