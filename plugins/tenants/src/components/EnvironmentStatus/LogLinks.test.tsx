import { screen } from '@testing-library/react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kubernetesPlugin,
  renderWithDecision,
} from './__testUtils__/renderWithDecision';
import { fakeEnvironment } from '../../__testUtils__';
import { LogLinks } from './LogLinks';

describe('LogLinks', () => {
  it('lead to the tool of the platform, also without the Kubernetes plugin', async () => {
    renderWithDecision(
      <LogLinks status={fakeEnvironment()} />,
      AuthorizeResult.ALLOW,
    );
    expect(await screen.findByRole('link', { name: 'Logs' })).toHaveAttribute(
      'href',
      'https://logs.example.com/tenant',
    );
    expect(
      screen.queryByRole('link', { name: 'Logs in Kubernetes' }),
    ).toBeNull();
  });

  it('lead to the tab of the stock Kubernetes plugin', async () => {
    renderWithDecision(
      <LogLinks status={fakeEnvironment()} />,
      AuthorizeResult.ALLOW,
      [kubernetesPlugin],
    );
    expect(
      await screen.findByRole('link', { name: 'Logs in Kubernetes' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/system/acme-01-devnet/kubernetes',
    );
  });
});
