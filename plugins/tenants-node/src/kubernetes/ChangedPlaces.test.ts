import { ChangedPlaces } from './ChangedPlaces';

describe('ChangedPlaces', () => {
  let changed: ChangedPlaces;
  beforeEach(() => {
    changed = new ChangedPlaces();
  });

  it('has nothing at first', () => {
    expect(changed.has('acme')).toBe(false);
    expect(changed.has('acme', 'one')).toBe(false);
  });

  it('tells one object of a namespace from the others', () => {
    changed.add([{ namespace: 'acme', name: 'one' }]);
    changed.add([{ namespace: 'acme', name: 'two' }]);
    expect(changed.has('acme')).toBe(true);
    expect(changed.has('acme', 'one')).toBe(true);
    expect(changed.has('acme', 'two')).toBe(true);
    expect(changed.has('acme', 'three')).toBe(false);
    expect(changed.has('globex', 'one')).toBe(false);
  });

  it.each(['before', 'after'])(
    'has every object of a namespace that changed as a whole, %s one of it',
    order => {
      const places = [
        { namespace: 'acme' },
        { namespace: 'acme', name: 'one' },
      ];
      changed.add(order === 'before' ? places : places.reverse());
      expect(changed.has('acme', 'three')).toBe(true);
      expect(changed.has('globex', 'three')).toBe(false);
    },
  );

  it('has everything when all has changed', () => {
    changed.add([{ namespace: 'acme', name: 'one' }]);
    changed.add('all');
    expect(changed.has('globex', 'three')).toBe(true);
  });
});
