import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { tenantsApiRef } from '@tenantry/plugin-tenants';
import { TenantsNavigationItem } from './TenantsNavigationItem';

const item = {
  href: '/tenants',
  title: 'Tenants',
  icon: <svg />,
} as Parameters<typeof TenantsNavigationItem>[0]['item'];

async function renderItem(listTenants: jest.Mock) {
  jest.useFakeTimers({ advanceTimers: true });
  renderInTestApp(<TenantsNavigationItem item={item} />, {
    apis: [[tenantsApiRef, { listTenants } as never]],
  });
  await screen.findByRole('link');
  expect(listTenants).not.toHaveBeenCalled();
  await act(() => jest.advanceTimersByTimeAsync(5_000));
}

function answerWith(Degraded: number, Missing: number) {
  return jest.fn().mockResolvedValue({
    items: [],
    totalItems: 9,
    healthCounts: { Degraded, Missing, Unknown: 5, Healthy: 1 },
  });
}

describe('TenantsNavigationItem', () => {
  afterEach(() => jest.useRealTimers());

  it('names the number of tenants that are broken, by one small request once the page is there', async () => {
    const listTenants = answerWith(2, 1);
    await renderItem(listTenants);
    expect(
      await screen.findByRole('link', {
        name: 'Tenants, 3 tenants are unwell',
      }),
    ).toHaveAttribute('href', '/tenants');
    expect(listTenants).toHaveBeenCalledTimes(1);
    expect(listTenants.mock.calls[0][0]).toEqual({ limit: 1 });
  });

  it('shows no number while none is broken', async () => {
    const listTenants = answerWith(0, 0);
    await renderItem(listTenants);
    expect(await screen.findByRole('link', { name: 'Tenants' })).toBeVisible();
    expect(screen.queryByText('0')).toBeNull();
  });

  it('stays a plain way to the tenants when the count cannot be had', async () => {
    await renderItem(jest.fn().mockRejectedValue(new Error('down')));
    expect(await screen.findByRole('link', { name: 'Tenants' })).toBeVisible();
  });
});
