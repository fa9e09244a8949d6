import { EnvironmentDescriptor } from '@tenantry/plugin-tenants-common';
import { parseRegistry } from '@tenantry/plugin-tenants-node';
import { registryFiles } from '../__testUtils__';
import { descriptor } from '../status/__testUtils__';
import { newestTemplates, summarizeVersions } from './versions';

const network = (facts: Record<string, string>) =>
  ({ spec: { network: facts } } as unknown as EnvironmentDescriptor);
const newest = new Map([['new-canton-client', '1.0.0']]);

describe('summarizeVersions', () => {
  const behindOf = (
    versions: Record<string, string>,
    facts: Record<string, string>,
    templates = newest,
  ) =>
    summarizeVersions(descriptor({ versions }), network(facts), templates)
      .behind;

  it.each([
    ['0.7.4', '0.7.4', []],
    ['0.7.4', '0.7.10', ['splice']],
    ['0.8.0', '0.7.10', []],
    ['main', '0.7.4', []],
  ])('%s beside %s of the network', (ours, theirs, behind) => {
    expect(behindOf({ splice: ours }, { spliceVersion: theirs })).toEqual(
      behind,
    );
  });

  it('says nothing of a version that the network does not name', () => {
    expect(behindOf({ app: '1' }, { spliceVersion: '2' })).toEqual([]);
  });

  it('says that the template has gone on', () => {
    const templates = new Map([['new-canton-client', '1.0.1']]);
    expect(behindOf({}, {}, templates)).toEqual(['template']);
    expect(behindOf({}, {}, new Map())).toEqual([]);
  });
});

describe('newestTemplates', () => {
  it('is the newest of those in use and those that are offered', () => {
    const registry = parseRegistry(registryFiles('acme-01'));
    const newestOf = (offered: [string, string][]) =>
      newestTemplates(registry, new Map(offered)).get('new-canton-client');
    expect(newestOf([])).toBe('1.0.0');
    expect(newestOf([['new-canton-client', '0.9.0']])).toBe('1.0.0');
    expect(newestOf([['new-canton-client', '2.0.0']])).toBe('2.0.0');
  });
});
