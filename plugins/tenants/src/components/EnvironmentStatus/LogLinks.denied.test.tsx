import { screen } from '@testing-library/react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kubernetesPlugin,
  renderLogLinks,
} from './__testUtils__/renderLogLinks';

describe('LogLinks, for who may not see the inside of clusters', () => {
  it('lead to the tool of the platform alone', async () => {
    renderLogLinks(AuthorizeResult.DENY, [kubernetesPlugin]);
    await screen.findByRole('link', { name: 'Logs' });
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});
