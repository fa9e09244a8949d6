import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { hasUsableMatchers } from '../matchers';

/** Bindings that match the same label names, by their label values. */
interface Group {
  names: readonly string[];
  bindings: Map<string, TenantBinding[]>;
}

/**
 * Finds the tenant environments that a series belongs to. Bindings are grouped by the names of
 * the labels that they match, so that a series costs one lookup for each group, of which there
 * are one or two, however many tenants there are.
 */
export class BindingIndex {
  readonly #groups = new Map<string, Group>();

  constructor(bindings: Iterable<TenantBinding>) {
    for (const binding of bindings) {
      if (hasUsableMatchers(binding)) this.#add(binding);
    }
  }

  /** Every label name that any binding matches. */
  labelNames(): string[] {
    const names = [...this.#groups.values()].flatMap(group => group.names);
    return [...new Set(names)].sort();
  }

  find(labels: Record<string, string>): TenantBinding[] {
    const found: TenantBinding[] = [];
    for (const { names, bindings } of this.#groups.values()) {
      const known = bindings.get(valuesKey(names, labels));
      if (known) found.push(...known);
    }
    return found;
  }

  #add(binding: TenantBinding): void {
    const names = Object.keys(binding.metricMatchers).sort();
    const group = this.#groupOf(names);
    const key = valuesKey(names, binding.metricMatchers);
    const known = group.bindings.get(key);
    if (known) known.push(binding);
    else group.bindings.set(key, [binding]);
  }

  #groupOf(names: string[]): Group {
    const key = JSON.stringify(names);
    const group = this.#groups.get(key) ?? { names, bindings: new Map() };
    this.#groups.set(key, group);
    return group;
  }
}

function valuesKey(
  names: readonly string[],
  labels: Record<string, string>,
): string {
  // No label value holds the separator: it is no character of UTF-8.
  return names.map(name => labels[name] ?? '').join('\uD800');
}
