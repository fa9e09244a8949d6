import { EnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { descriptor } from '../status/__testUtils__';
import { versionChecks } from './versionChecks';

const checksFor = (
  versions: Record<string, string>,
  network: EnvironmentDescriptor['spec']['network'],
) =>
  versionChecks(descriptor({ versions }), {
    apiVersion: 'tenantry.dev/v1alpha1',
    kind: 'Environment',
    metadata: { name: 'devnet' },
    spec: {
      title: 'DevNet',
      order: 1,
      clusters: ['devnet'],
      network,
      guardrails: {
        allowList: {
          minimumPrefixLength: { ipv4: 24, ipv6: 48 },
          maximumEntries: 10,
        },
      },
    },
  });

describe('versionChecks', () => {
  it.each([
    ['0.7.4', '0.7.4', 'Healthy', undefined],
    ['0.7.5', '0.7.4', 'Healthy', undefined],
    ['0.7.4', '0.7.10', 'Progressing', 'VersionBehind'],
    ['0.7.4-rc', '0.7.4', 'Unknown', 'VersionsNotComparable'],
  ])('judges %s beside %s as %s', (ours, theirs, health, reason) => {
    const [check] = checksFor({ splice: ours }, { spliceVersion: theirs });
    expect(check).toMatchObject({ id: 'version/splice', health });
    expect(check.reason).toBe(reason);
    expect(check.message === undefined).toBe(health === 'Healthy');
  });

  it('says which versions, and what to do', () => {
    const [check] = checksFor({ app: '1.2' }, { appVersion: 2 });
    expect(check.message).toMatch(/^Runs app 1\.2, while DevNet runs 2\./);
    expect(check.runbook).toBe('version-behind');
  });

  it('says nothing of a version that the network does not name', () => {
    expect(checksFor({ splice: '0.7.4' }, { appVersion: '1' })).toEqual([]);
  });
});
