import fc from 'fast-check';
import { isSameButForTimes } from './isSameButForTimes';

describe('isSameButForTimes', () => {
  it.each([
    [{ a: 1, observedAt: '1' }, { a: 1, observedAt: '2' }, true],
    [{ a: [{ observedAt: '1' }] }, { a: [{}] }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [[1, 2], [1], false],
    [[], {}, false],
    [null, {}, false],
    [undefined, 'a', false],
  ])('of %j and %j is %p', (left, right, same) => {
    expect(isSameButForTimes(left, right)).toBe(same);
  });

  it('is so for a copy with other times, and for no other value', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, (value, other) => {
        const said = { value, observedAt: '1' };
        const copy = JSON.parse(JSON.stringify({ ...said, observedAt: '2' }));
        expect(isSameButForTimes(said, copy)).toBe(true);
        expect(isSameButForTimes(said, { value: [value, other] })).toBe(false);
      }),
    );
  });
});
