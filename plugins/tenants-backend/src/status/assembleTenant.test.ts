import { assembleTenant } from './assembleTenant';
import { assemble, healthyDeployment, source } from './__testUtils__';

const descriptor = {
  apiVersion: 'tenantry.dev/v1alpha1' as const,
  kind: 'Tenant' as const,
  metadata: { name: 'acme-01' },
  spec: {
    title: 'Acme',
    owner: 'acme-01',
    contacts: ['ops@acme.example.com'],
    identity: { realm: 'acme-01' },
  },
};
const healthy = assemble([source('kubernetes', [healthyDeployment])]);
const degraded = {
  ...healthy,
  environment: 'testnet',
  order: 2,
  health: 'Degraded' as const,
  reason: 'Broken',
  message: 'Participant: It exits.',
  since: '2026-01-01T00:00:00.000Z',
};

describe('assembleTenant', () => {
  it('takes the health, reason and time of its worst environment', () => {
    const tenant = assembleTenant(descriptor, [degraded, healthy]);
    expect(tenant).toMatchObject({
      name: 'acme-01',
      owner: 'group:default/acme-01',
      health: 'Degraded',
      reason: 'Broken',
      message: 'testnet: Participant: It exits.',
      since: '2026-01-01T00:00:00.000Z',
    });
    expect(tenant.environments.map(({ environment }) => environment)).toEqual([
      'devnet',
      'testnet',
    ]);
  });

  it('is Unknown without environments', () => {
    expect(assembleTenant(descriptor, []).health).toBe('Unknown');
  });
});
