import { RolloutRequest } from '@tenantry/plugin-tenants-common';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { registryFiles } from '../__testUtils__';
import { planRollout } from './planRollout';

const names = ['acme-01', 'beta-02', 'delta-04', 'gamma-03', 'omega-05'];

function plan(
  overrides: Partial<RolloutRequest> = {},
  options: { suspended?: string; upToDate?: string; tenants?: string[] } = {},
) {
  const files = registryFiles(...(options.tenants ?? names)).map(file =>
    file.path === `clients/${options.suspended}/devnet/tenant.yaml`
      ? {
          ...file,
          content: file.content.replace('suspended: false', 'suspended: true'),
        }
      : file,
  );
  return planRollout({
    title: 'Upgrade Splice',
    registry: parseRegistry(files),
    upToDate: tenant => tenant === options.upToDate,
    request: {
      templateRef: 'template:default/upgrade-splice',
      environment: 'devnet',
      values: {},
      firstWave: [],
      waveSize: 2,
      exclude: [],
      soakMinutes: 10,
      ...overrides,
    },
  });
}

describe('planRollout', () => {
  it('divides the tenants of the environment by name', () => {
    expect(plan()).toEqual({
      title: 'Upgrade Splice',
      waves: [['acme-01', 'beta-02'], ['delta-04', 'gamma-03'], ['omega-05']],
      skipped: [],
    });
  });

  it('lets those go first that were named', () => {
    expect(plan({ firstWave: ['omega-05'] }).waves).toEqual([
      ['omega-05'],
      ['acme-01', 'beta-02'],
      ['delta-04', 'gamma-03'],
    ]);
  });

  it('leaves out who is excluded, suspended or up to date, and says why', () => {
    const { waves, skipped } = plan(
      { exclude: ['acme-01'] },
      { suspended: 'beta-02', upToDate: 'gamma-03' },
    );
    expect(waves).toEqual([['delta-04', 'omega-05']]);
    expect(skipped).toEqual([
      { tenant: 'acme-01', reason: 'excluded' },
      { tenant: 'beta-02', reason: 'suspended' },
      { tenant: 'gamma-03', reason: 'has it already' },
    ]);
  });

  it.each<[string, Partial<RolloutRequest>, RegExp]>([
    ['an unknown environment', { environment: 'moonnet' }, /"moonnet".*devnet/],
    [
      'an unknown tenant in the first wave',
      { firstWave: ['nobody'] },
      /"firstWave" names "nobody"/,
    ],
    ['an unknown exclusion', { exclude: ['nobody'] }, /"exclude" names/],
    [
      'a tenant that is both first and excluded',
      { firstWave: ['acme-01'], exclude: ['acme-01'] },
      /"acme-01" is in the field "firstWave" and in "exclude"/,
    ],
    ['nothing to do', { exclude: names }, /No tenant of environment/],
  ])('refuses %s', (_, request, message) => {
    expect(() => plan(request)).toThrow(message);
  });

  it('puts every tenant into exactly one wave, none of them too large', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.subarray(names),
        (waveSize, firstWave) => {
          const { waves } = plan({ waveSize, firstWave });
          expect(waves.flat().sort()).toEqual(names);
          const later = firstWave.length > 0 ? waves.slice(1) : waves;
          expect(later.every(({ length }) => length <= waveSize)).toBe(true);
        },
      ),
    );
  });
});
