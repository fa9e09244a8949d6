import { screen } from '@testing-library/react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kubernetesPlugin,
  renderWithDecision,
} from './__testUtils__/renderWithDecision';
import { fakeEnvironment } from '../../__testUtils__';
import { LogLinks } from './LogLinks';

describe('LogLinks, for who may not see the inside of clusters', () => {
  it('lead to the tool of the platform alone', async () => {
    renderWithDecision(
      <LogLinks status={fakeEnvironment()} />,
      AuthorizeResult.DENY,
      [kubernetesPlugin],
    );
    await screen.findByRole('link', { name: 'Logs' });
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });
});
