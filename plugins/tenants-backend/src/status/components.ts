import {
  Check,
  ComponentDescriptor,
  ComponentStatus,
  isAlertCheck,
  rollUpHealth,
} from '@tenantry/plugin-tenants-common';
import { findComponent } from '@tenantry/plugin-tenants-node';
import { CollectedCheck } from './collectChecks';

/** Parts that no descriptor names: where checks go that belong to no other. */
const extraComponents: Record<string, { title: string; type: string }> = {
  gitops: { title: 'GitOps', type: 'gitops' },
  other: { title: 'Other', type: 'other' },
};

/**
 * Sorts the checks into the components of the binding and rolls each of them up. Nothing is
 * dropped: what belongs to no component goes to `gitops` or `other`.
 */
export function assembleComponents(
  components: readonly ComponentDescriptor[],
  checks: readonly CollectedCheck[],
): ComponentStatus[] {
  const byComponent = new Map<string, Check[]>();
  for (const entry of checks) {
    const name = componentOf(entry, components);
    byComponent.set(name, [...(byComponent.get(name) ?? []), entry.check]);
  }
  const declared = components.map(component =>
    withChecks(component, byComponent.get(component.name) ?? []),
  );
  const extra = Object.entries(extraComponents)
    .filter(([name]) => byComponent.has(name))
    .map(([name, part]) =>
      withChecks({ name, ...part }, byComponent.get(name)!),
    );
  return [...followProviders(declared, components), ...extra];
}

function componentOf(
  { check, object, component, gitops }: CollectedCheck,
  components: readonly ComponentDescriptor[],
): string {
  const found =
    components.find(({ name }) => name === component) ??
    findComponent(components, { id: check.id, object });
  return found?.name ?? (gitops ? 'gitops' : 'other');
}

function withChecks(
  { name, title, type, dependsOn, provides }: ComponentDescriptor,
  checks: Check[],
): ComponentStatus {
  const sorted = [...checks].sort(
    (left, right) => alertsLast(left, right) || left.id.localeCompare(right.id),
  );
  const parts = sorted.map(check => ({
    ...check,
    message: check.message ?? `${check.id} is ${check.health}.`,
  }));
  return {
    name,
    title,
    type,
    ...rollUpHealth(parts),
    ...(dependsOn?.length && { dependsOn }),
    ...(provides?.length && { provides }),
    checks: sorted,
  };
}

/** An alert follows from something: where that is seen too, it explains the health better. */
function alertsLast(left: Check, right: Check): number {
  return Number(isAlertCheck(left)) - Number(isAlertCheck(right));
}

/** An API has no objects of its own: it is as well as the component that provides it. */
function followProviders(
  statuses: readonly ComponentStatus[],
  components: readonly ComponentDescriptor[],
): ComponentStatus[] {
  return statuses.map((status, position) => {
    const { name, objects, checks } = components[position];
    const provider = components.findIndex(({ provides }) =>
      provides?.includes(name),
    );
    if (objects?.length || checks?.length || provider < 0) {
      return status;
    }
    const { health, reason, message } = statuses[provider];
    return {
      name,
      title: status.title,
      type: status.type,
      health,
      ...(reason && { reason }),
      ...(message && { message }),
      checks: [],
    };
  });
}
