import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { copyJson } from '../copyJson';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

interface Container {
  name: string;
  image?: string;
}

const container = fc.record(
  {
    name: fc.constantFrom('a', 'b', 'c', 'd'),
    image: fc.constantFrom('x:1', 'x:2'),
  },
  { requiredKeys: ['name'], noNullPrototype: true },
);
const containers = fc.uniqueArray(container, { selector: it => it.name });
const pod = (list: Container[]) =>
  ({ kind: 'Pod', spec: { containers: list } } as unknown as JsonObject);
const containersOf = (object: JsonObject) =>
  (object.spec as unknown as { containers: Container[] }).containers;
const patchContainers = (target: Container[], patch: object[]) =>
  containersOf(strategicMergePatch(pod(target), pod(patch as Container[])));

describe('strategicMergePatch', () => {
  it('merges lists by their key', () => {
    expect(
      patchContainers(
        [{ name: 'a', image: 'x:1' }, { name: 'b' }],
        [{ name: 'a', image: 'x:2' }, { name: 'c' }],
      ),
    ).toEqual([{ name: 'a', image: 'x:2' }, { name: 'b' }, { name: 'c' }]);
  });

  it('replaces lists without a key', () => {
    expect(
      strategicMergePatch({ a: [1, 2], b: [{ c: 1 }] }, { a: [3], b: [] }),
    ).toEqual({ a: [3], b: [] });
  });

  it('adds to lists that are sets', () => {
    expect(
      strategicMergePatch(
        { metadata: { finalizers: ['a', 'b'] } },
        { metadata: { finalizers: ['b', 'c'] } },
      ),
    ).toEqual({ metadata: { finalizers: ['a', 'b', 'c'] } });
  });

  it('knows that a Service has other ports than a container', () => {
    const patched = strategicMergePatch(
      { kind: 'Service', spec: { ports: [{ port: 80, name: 'http' }] } },
      { spec: { ports: [{ port: 80, targetPort: 8080 }] } },
    );
    expect(patched.spec).toEqual({
      ports: [{ port: 80, name: 'http', targetPort: 8080 }],
    });
  });

  it('obeys the directives', () => {
    const two = [{ name: 'a' }, { name: 'b', image: 'x:1' }];
    expect(patchContainers(two, [{ name: 'a', $patch: 'delete' }])).toEqual([
      two[1],
    ]);
    expect(
      patchContainers(two, [{ $patch: 'replace' }, { name: 'c' }]),
    ).toEqual([{ name: 'c' }]);
    const patch = (change: JsonObject) =>
      strategicMergePatch(
        { a: { b: 1, c: 2 }, finalizers: ['x', 'y'] },
        change,
      );
    expect(patch({ a: { $patch: 'replace', d: 3 } }).a).toEqual({ d: 3 });
    expect(patch({ a: { $patch: 'delete' } }).a).toBeUndefined();
    expect(patch({ a: { $retainKeys: ['b', 'd'], d: 3 } }).a).toEqual({
      b: 1,
      d: 3,
    });
    expect(
      patch({ '$deleteFromPrimitiveList/finalizers': ['x'] }).finalizers,
    ).toEqual(['y']);
  });

  it('orders a list as it is told', () => {
    const patched = strategicMergePatch(
      pod([{ name: 'a' }, { name: 'b' }, { name: 'x' }]),
      {
        spec: {
          '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }],
        },
      },
    );
    expect(containersOf(patched).map(({ name }) => name)).toEqual([
      'b',
      'a',
      'x',
    ]);
  });

  it('refuses an element without the key, and an unknown directive', () => {
    expect(() => patchContainers([], [{ image: 'x:1' }])).toThrow(
      'map: containers does not contain declared merge key: name',
    );
    expect(() => strategicMergePatch({}, { $explode: true })).toThrow(
      '"$explode" is no directive of a strategic merge patch',
    );
  });

  it('changes nothing the second time, nor its arguments', () => {
    fc.assert(
      fc.property(containers, containers, (target, patch) => {
        const before = copyJson([target, patch]);
        const once = patchContainers(target, patch);
        expect(patchContainers(once, patch)).toEqual(once);
        expect([target, patch]).toEqual(before);
      }),
    );
  });

  it('keeps every element, and takes each field from the patch where it has it', () => {
    fc.assert(
      fc.property(containers, containers, (target, patch) => {
        const merged = patchContainers(target, patch);
        const find = (list: Container[], name: string) =>
          list.find(item => item.name === name);
        expect(merged.map(({ name }) => name).sort()).toEqual(
          [...new Set([...target, ...patch].map(({ name }) => name))].sort(),
        );
        for (const { name, image } of merged) {
          expect(image).toBe(
            find(patch, name)?.image ?? find(target, name)?.image,
          );
        }
      }),
    );
  });

  it('is a merge patch where there are no lists', () => {
    const value = fc.oneof(fc.integer(), fc.constant(null), fc.string());
    const flat = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, {
      noNullPrototype: true,
    });
    const nested = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(value, flat),
      { noNullPrototype: true },
    ) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(nested, nested, (target, patch) => {
        expect(strategicMergePatch(target, patch)).toEqual(
          mergePatch(target, patch),
        );
      }),
    );
  });
});
