import { ExpiringMap } from './ExpiringMap';

describe('ExpiringMap', () => {
  let now = 0;
  let map: ExpiringMap<number>;

  beforeEach(() => {
    now = 0;
    map = new ExpiringMap<number>({ maximumSize: 2, now: () => now });
  });

  it('forgets an entry when its time is over', () => {
    map.set('short', 1, 1_000);
    map.set('long', 2);
    now = 999;
    expect(map.find(value => value === 1)).toBe(1);
    now = 1_000;
    expect(map.get('short')).toBeUndefined();
    expect(map.find(value => value === 1)).toBeUndefined();
    expect(map.get('long')).toBe(2);
  });

  it('makes room for a new entry, and not for one that is there', () => {
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    expect([map.get('a'), map.get('b')]).toEqual([3, 2]);
    map.set('c', 4);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([
      3,
      undefined,
      4,
    ]);
  });

  it('deletes what fits a condition', () => {
    map.set('a', 1);
    map.set('b', 2);
    map.deleteWhere(value => value > 1);
    expect([map.get('a'), map.get('b')]).toEqual([1, undefined]);
  });
});
