import {
  BindingsView,
  StatusSource,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';

/** A part of observing that one replica does: a source, or one of its servers. */
export interface WorkUnit {
  /** Name of the lease. */
  name: string;
  source: StatusSource;
  /** Absent when the source is run as a whole. */
  server?: string;
}

/** What there is to observe for the bindings as they are now. */
export function workUnits(
  sources: readonly StatusSource[],
  bindings: ReadonlyMap<string, TenantBinding>,
): WorkUnit[] {
  return sources.flatMap(source =>
    source.serversOf
      ? serversOf(source, bindings).map(server => ({
          name: `source/${source.id}/${server}`,
          source,
          server,
        }))
      : { name: `source/${source.id}`, source },
  );
}

function serversOf(
  source: StatusSource,
  bindings: ReadonlyMap<string, TenantBinding>,
): string[] {
  const servers = [...bindings.values()]
    .filter(binding => concerns(source, binding))
    .flatMap(binding => source.serversOf?.(binding) ?? []);
  return [...new Set(servers)];
}

/** Whether a source has to do with a tenant environment. */
export function concerns(
  source: Pick<StatusSource, 'concerns'>,
  binding: TenantBinding,
): boolean {
  return source.concerns?.(binding) ?? true;
}

/** The bindings that a unit has to do with. */
export function bindingsOf(
  { source, server }: WorkUnit,
  all: BindingsView,
): BindingsView {
  if (server === undefined && !source.concerns) {
    return all;
  }
  const isOfUnit = (binding: TenantBinding) =>
    concerns(source, binding) &&
    (server === undefined || source.serversOf?.(binding).includes(server));
  let seen: ReadonlyMap<string, TenantBinding> | undefined;
  let selected: ReadonlyMap<string, TenantBinding> = new Map();
  return {
    onChange: (listener, signal) => all.onChange(listener, signal),
    current() {
      const current = all.current();
      if (current !== seen) {
        seen = current;
        selected = new Map(
          [...current].filter(([, binding]) => isOfUnit(binding)),
        );
      }
      return selected;
    },
  };
}
