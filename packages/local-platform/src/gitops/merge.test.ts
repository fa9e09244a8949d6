import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { sameJson, threeWayMerge } from './merge';

const jsonObject = fc.dictionary(
  fc.string(),
  fc.jsonValue() as fc.Arbitrary<JsonObject[string]>,
) as fc.Arbitrary<JsonObject>;

describe('threeWayMerge', () => {
  it('lets Git win, takes away what Git no longer has, and keeps the rest', () => {
    expect(
      threeWayMerge(
        { spec: { replicas: 1, paused: true } },
        { spec: { replicas: 2, ports: [1] } },
        {
          spec: {
            replicas: 1,
            paused: true,
            clusterIP: '10.0.0.1',
            ports: [1, 2],
          },
        },
      ),
    ).toEqual({ spec: { replicas: 2, clusterIP: '10.0.0.1', ports: [1] } });
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        jsonObject,
        jsonObject,
        jsonObject,
        (applied, desired, live) => {
          const once = threeWayMerge(applied, desired, live);
          expect(sameJson(threeWayMerge(desired, desired, once), once)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('sameJson', () => {
  it('does not mind the order of keys, nor absent and undefined', () => {
    expect(sameJson({ a: 1, b: [{ c: 2 }] }, { b: [{ c: 2 }], a: 1 })).toBe(
      true,
    );
    expect(sameJson({ a: undefined }, {})).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], { 0: 1 }],
    [null, {}],
    ['1', 1],
  ])('tells %p from %p', (left, right) => {
    expect(sameJson(left, right)).toBe(false);
  });
});
