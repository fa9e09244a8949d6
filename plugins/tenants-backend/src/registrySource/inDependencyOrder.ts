import { ComponentDescriptor } from '@tenantry/plugin-tenants-common';

/** The parts, each after those that it depends on; a circle is broken where it is entered. */
export function inDependencyOrder(
  components: readonly ComponentDescriptor[],
): ComponentDescriptor[] {
  const ordered = new Set<ComponentDescriptor>();
  const entered = new Set<ComponentDescriptor>();
  const add = (component: ComponentDescriptor) => {
    if (!entered.has(component)) {
      entered.add(component);
      components
        .filter(({ name }) => component.dependsOn?.includes(name))
        .forEach(add);
      ordered.add(component);
    }
  };
  components.forEach(add);
  return [...ordered];
}

/** The part that the others are there for: one that depends on some, and on which none depends. */
export function mainPart(
  components: readonly ComponentDescriptor[],
): ComponentDescriptor | undefined {
  const isNeeded = (part: ComponentDescriptor) =>
    components.some(({ dependsOn }) => dependsOn?.includes(part.name));
  return (
    inDependencyOrder(components).find(
      part => part.dependsOn?.length && !isNeeded(part),
    ) ?? components.at(0)
  );
}
