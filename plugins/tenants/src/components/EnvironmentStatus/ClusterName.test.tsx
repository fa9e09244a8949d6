import { screen } from '@testing-library/react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { renderWithDecision } from './__testUtils__/renderWithDecision';
import { ClusterName } from './ClusterName';

describe('ClusterName', () => {
  it('leads to the cluster', async () => {
    renderWithDecision(<ClusterName name="devnet" />, AuthorizeResult.ALLOW);
    expect(await screen.findByRole('link', { name: 'devnet' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/devnet',
    );
  });
});
