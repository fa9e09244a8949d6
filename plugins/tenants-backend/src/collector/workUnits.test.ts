import { StatusSource, TenantBinding } from '@tenantry/plugin-tenants-node';
import { binding } from '../status/__testUtils__';
import { bindingsOf, workUnits } from './workUnits';

const run = async () => undefined;
const whole: StatusSource = { id: 'registry', run };
const divided: StatusSource = {
  id: 'kubernetes',
  serversOf: ({ cluster }) => [cluster],
  run,
};
const bindings = (...clusters: string[]) =>
  new Map(
    clusters.map((cluster, index): [string, TenantBinding] => [
      `tenant-${index}-devnet`,
      binding({ tenant: `tenant-${index}`, cluster }),
    ]),
  );

describe('workUnits', () => {
  it('divides a source by its servers where it can be', () => {
    const units = workUnits([whole, divided], bindings('a', 'b', 'a'));
    expect(units.map(({ name, server }) => [name, server])).toEqual([
      ['source/registry', undefined],
      ['source/kubernetes/a', 'a'],
      ['source/kubernetes/b', 'b'],
    ]);
  });

  it('asks no server about what a source has nothing to do with', () => {
    const units = workUnits(
      [{ ...divided, concerns: ({ cluster }) => cluster === 'b' }],
      bindings('a', 'b'),
    );
    expect(units.map(({ server }) => server)).toEqual(['b']);
  });
});

describe('bindingsOf', () => {
  it('shows a unit its own bindings, also after they have changed', () => {
    let current = bindings('a', 'b');
    const all = { current: () => current, onChange: jest.fn() };
    const [, unit] = workUnits([divided], current);
    const view = bindingsOf(unit, all);
    expect([...view.current().keys()]).toEqual(['tenant-1-devnet']);
    expect(view.current()).toBe(view.current());
    current = bindings('b', 'b');
    expect(view.current().size).toBe(2);
  });

  it('shows everything to a source that is run as a whole', () => {
    const all = { current: () => bindings('a'), onChange: jest.fn() };
    const [unit] = workUnits([whole], all.current());
    expect(bindingsOf(unit, all)).toBe(all);
  });

  it.each([whole, divided])(
    'hides from $id what it has nothing to do with',
    source => {
      const all = { current: () => bindings('a', 'a'), onChange: jest.fn() };
      const [unit] = workUnits(
        [{ ...source, concerns: ({ tenant }) => tenant === 'tenant-1' }],
        all.current(),
      );
      const view = bindingsOf(unit, all);
      expect([...view.current().keys()]).toEqual(['tenant-1-devnet']);
    },
  );
});
