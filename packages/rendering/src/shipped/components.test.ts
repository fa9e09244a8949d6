import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findComponent } from '@tenantry/plugin-tenants-node';
import { parse } from 'yaml';
import { filesOf } from './__fixtures__/manifests';

const rules = resolve(__dirname, '../../../../deploy/prometheus/rules');

interface RuleFile {
  groups: { rules: { alert?: string }[] }[];
}

function shippedAlerts(): string[] {
  return readdirSync(rules)
    .map(name => parse(readFileSync(resolve(rules, name), 'utf8')) as RuleFile)
    .flatMap(({ groups }) => groups.flatMap(group => group.rules))
    .flatMap(({ alert }) => alert ?? []);
}

describe('the components of the shipped template', () => {
  it('tell of each alert that ships where it belongs', async () => {
    const [[descriptor]] = await filesOf('minimal', 'tenant.yaml');
    const { components } = descriptor.spec!;
    const homeless = shippedAlerts().filter(
      alert => !findComponent(components, { id: `alert/${alert}` }),
    );

    // A volume may be of any of them.
    expect(homeless).toEqual(['VolumeNearlyFull']);
  });

  it('take an alert about backups of the database for one about backups', async () => {
    const [[descriptor]] = await filesOf('minimal', 'tenant.yaml');
    const { components } = descriptor.spec!;

    expect(
      findComponent(components, { id: 'alert/DatabaseBackupTooOld' })?.name,
    ).toBe('backups');
  });
});
