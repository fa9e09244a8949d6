import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { tenantCreatePermission } from '@tenantry/plugin-tenants-common';
import { createTenantRouteRef } from '../../routes';
import { CreateTenantButton } from './CreateTenantButton';

// Who may is in the test of the page: decisions are kept for all of a test file.
describe('CreateTenantButton', () => {
  it('is not there for who may not change tenants', async () => {
    const authorize = jest.fn((): AuthorizeResult.DENY => AuthorizeResult.DENY);
    renderInTestApp(
      <>
        <CreateTenantButton />
        <p>page</p>
      </>,
      {
        apis: [[permissionApiRef, mockApis.permission({ authorize })]],
        mountedRoutes: { '/create': createTenantRouteRef },
      },
    );
    await screen.findByText('page');
    expect(authorize).toHaveBeenCalledWith({
      permission: tenantCreatePermission,
    });
    expect(screen.queryByRole('link', { name: 'New tenant' })).toBeNull();
  });
});
