import { ComponentDescriptor } from '@tenantry/plugin-tenants-common';
import fc from 'fast-check';
import { inDependencyOrder } from './inDependencyOrder';

const names = ['a', 'b', 'c', 'd', 'e'];
const part = (name: string, ...dependsOn: string[]): ComponentDescriptor => ({
  name,
  title: name,
  type: 't',
  dependsOn,
});
const orderOf = (components: ComponentDescriptor[]) =>
  inDependencyOrder(components).map(({ name }) => name);

describe('inDependencyOrder', () => {
  it('names what others depend on first', () => {
    const parts = [part('a', 'b', 'c'), part('b', 'c'), part('c'), part('d')];
    expect(orderOf(parts)).toEqual(['c', 'b', 'a', 'd']);
  });

  it('names every part once, whatever depends on what', () => {
    const dependsOn = fc.array(fc.constantFrom(...names, 'unknown'));
    fc.assert(
      fc.property(fc.tuple(...names.map(() => dependsOn)), lists => {
        const parts = names.map((name, index) => part(name, ...lists[index]));
        expect(orderOf(parts).sort()).toEqual(names);
      }),
    );
  });
});
