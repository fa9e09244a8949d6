import { screen } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { tenantSyncPermission } from '@tenantry/plugin-tenants-common';
import { GitOpsButton } from './GitOpsButton';

// Who may is in the test of the section: decisions are kept for all of a test file.
describe('GitOpsButton', () => {
  it('is not there for who may not, and asks about this very tenant', async () => {
    const authorize = jest.fn((): AuthorizeResult.DENY => AuthorizeResult.DENY);
    renderInTestApp(
      <>
        <GitOpsButton
          tenant="acme-01"
          request={{ action: 'sync' }}
          requester={{ send: jest.fn(), isBusy: false }}
          explanation={{ application: 'acme-01-devnet' }}
        />
        <p>page</p>
      </>,
      { apis: [[permissionApiRef, mockApis.permission({ authorize })]] },
    );
    await screen.findByText('page');
    expect(authorize).toHaveBeenCalledWith({
      permission: tenantSyncPermission,
      resourceRef: 'acme-01',
    });
    expect(screen.queryByRole('button', { name: 'Sync' })).toBeNull();
  });
});
