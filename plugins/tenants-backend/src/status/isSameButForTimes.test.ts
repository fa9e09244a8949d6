import fc from 'fast-check';
import { isSameButForTimes } from './isSameButForTimes';

const text = (value: unknown) =>
  JSON.stringify(value, (name, part) =>
    name === 'observedAt' ? undefined : part,
  );

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

  it('is what JSON without times is', () => {
    const json = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, json, (left, right) => {
        expect(isSameButForTimes(left, JSON.parse(JSON.stringify(left)))).toBe(
          true,
        );
        if (text(left) === text(right)) {
          expect(isSameButForTimes(left, right)).toBe(true);
        }
      }),
    );
  });
});
