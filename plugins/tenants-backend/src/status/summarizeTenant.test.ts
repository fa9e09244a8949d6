import { assemble, healthyDeployment, source } from './__testUtils__';
import { summarizeTenant } from './summarizeTenant';

describe('summarizeTenant', () => {
  it('has what a row shows, and no more', () => {
    const healthy = assemble([source('kubernetes', [healthyDeployment])]);
    const versions = {
      versions: { splice: '0.7.4' },
      templateVersion: '1.0.0',
      behind: ['template'],
    };
    const summary = summarizeTenant(
      {
        name: 'acme-01',
        title: 'Acme',
        owner: 'group:default/acme-01',
        contacts: ['ops@acme.example.com'],
        health: 'Healthy',
        environments: [healthy],
      },
      () => versions,
    );
    expect(summary).toEqual({
      name: 'acme-01',
      title: 'Acme',
      owner: 'group:default/acme-01',
      health: 'Healthy',
      environments: [
        {
          environment: 'devnet',
          cluster: 'devnet',
          namespace: 'acme-01-devnet',
          health: 'Healthy',
          sync: 'Unknown',
          observedAt: healthy.observedAt,
          ...versions,
        },
      ],
    });
  });
});
