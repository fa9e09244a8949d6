import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { copyJson } from '../copyJson';
import { mergePatch } from './mergePatch';

const name = fc.constantFrom('a', 'b', 'c', 'constructor', 'hasOwnProperty');

/** Small objects that have names in common. */
const { document } = fc.letrec<{ value: unknown; document: JsonObject }>(
  tie => ({
    document: fc.dictionary(name, tie('value'), {
      maxKeys: 3,
      noNullPrototype: true,
    }) as fc.Arbitrary<JsonObject>,
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.constant(null),
      fc.array(fc.integer(), { maxLength: 2 }),
      tie('document'),
    ),
  }),
);

describe('mergePatch', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('of %j with %j gives %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(document, document, (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });

  it('changes nothing when it is empty, and never its arguments', () => {
    fc.assert(
      fc.property(document, document, (target, patch) => {
        const before = copyJson([target, patch]);
        expect(mergePatch(target, {})).toEqual(target);
        mergePatch(target, patch);
        expect([target, patch]).toEqual(before);
      }),
    );
  });
});
