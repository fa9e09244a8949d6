import { screen } from '@testing-library/react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { renderWithDecision } from './__testUtils__/renderWithDecision';
import { ClusterName } from './ClusterName';

describe('ClusterName, for who may not see clusters', () => {
  it('leads nowhere', async () => {
    renderWithDecision(<ClusterName name="devnet" />, AuthorizeResult.DENY);
    await screen.findByText('devnet');
    expect(screen.queryByRole('link')).toBeNull();
  });
});
