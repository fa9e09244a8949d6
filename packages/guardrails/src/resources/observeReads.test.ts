import fc from 'fast-check';
import { observeReads } from './observeReads';

describe('observeReads', () => {
  it('knows which fields nobody looked at', () => {
    const observed = observeReads({ a: { b: 1, c: 2 }, d: [{ e: 1, f: 2 }] });
    const { a, d } = observed.value as any;
    expect([a.b, d[0].f]).toEqual([1, 2]);
    expect(observed.unreadFields()).toEqual(['/a/c', '/d/0/e']);
  });

  it('takes a field for looked at that was asked for in vain', () => {
    const observed = observeReads({ a: { b: 1 } });
    expect((observed.value as any).a.absent).toBeUndefined();
    expect(observed.unreadFields()).toEqual(['/a/b']);
  });

  it('says nothing about mappings of which nothing is known', () => {
    const observed = observeReads({ free: { a: 1 }, listed: { b: 1 } });
    const { free, listed } = observed.value as any;
    expect(typeof free).toBe('object');
    expect(Object.keys(listed)).toEqual(['b']);
    expect(observed.unreadFields()).toEqual([]);
  });

  it('shows every value as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const observed = observeReads(value);
        expect(JSON.stringify(observed.value)).toBe(JSON.stringify(value));
        expect(observed.unreadFields()).toEqual([]);
      }),
    );
  });
});
