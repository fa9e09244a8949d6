import {
  ComponentDescriptor,
  TenantEnvironmentDetails,
} from '@tenantry/plugin-tenants-common';
import { isExactPattern, TenantBinding } from '@tenantry/plugin-tenants-node';
import {
  CollectedCheck,
  findPreviousCheck,
  withHistory,
} from './collectChecks';

export interface NotObservedOptions {
  binding: TenantBinding;
  collected: readonly CollectedCheck[];
  previous?: TenantEnvironmentDetails;
  now: Date;
}

/**
 * An `Unknown` check for each object and check that a component names exactly and no source
 * reports: what nobody looks at must not look well.
 */
export function notObservedChecks(
  options: NotObservedOptions,
): CollectedCheck[] {
  const known = new Set(
    options.collected.flatMap(({ check, object }) => [check.id, object]),
  );
  return options.binding.components.flatMap(component =>
    namedExactly(component)
      .filter(({ id, object }) => !known.has(id) && !known.has(object ?? id))
      .map(named => notObserved(named, component.name, options)),
  );
}

interface NamedCheck {
  id: string;
  object?: string;
}

function namedExactly(component: ComponentDescriptor): NamedCheck[] {
  const objects = (component.objects ?? []).filter(isExactPattern);
  const checks = (component.checks ?? []).filter(isExactPattern);
  return [
    ...objects.map(object => ({ id: checkIdOf(object), object })),
    ...checks.map(id => ({ id })),
  ];
}

function checkIdOf(object: string): string {
  const [kind, name] = object.split('/');
  return `${kind.toLowerCase()}/${name}`;
}

function notObserved(
  { id, object }: NamedCheck,
  component: string,
  { previous, now }: NotObservedOptions,
): CollectedCheck {
  const source = 'registry';
  const before = findPreviousCheck(previous, source, id);
  const at = before?.observedAt ?? now.toISOString();
  const check = withHistory(
    {
      id,
      source,
      health: 'Unknown',
      reason: 'NotObserved',
      message: `The registry names ${object ?? id}, but no source reports it.`,
      observedAt: at,
    },
    before,
    at,
  );
  return { check, object, component, gitops: false, confirmed: false };
}
