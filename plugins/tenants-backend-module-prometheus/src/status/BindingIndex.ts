import { TenantBinding } from '@tenantry/plugin-tenants-node';
import { hasUsableMatchers } from '../matchers';

/**
 * Finds the tenant environments that a series belongs to. Bindings are grouped by the names of
 * the labels that they match, so that a series costs one lookup for each group, of which there
 * are one or two, however many tenants there are.
 */
export class BindingIndex {
  /** From label names to the bindings by their label values. */
  readonly #groups = new Map<string, Map<string, TenantBinding[]>>();

  constructor(bindings: Iterable<TenantBinding>) {
    for (const binding of bindings) {
      if (hasUsableMatchers(binding)) this.#add(binding);
    }
  }

  /** Every label name that any binding matches. */
  labelNames(): string[] {
    const names = [...this.#groups.keys()].flatMap(key => JSON.parse(key));
    return [...new Set<string>(names)].sort();
  }

  find(labels: Record<string, string>): TenantBinding[] {
    return [...this.#groups].flatMap(
      ([names, group]) => group.get(valuesKey(JSON.parse(names), labels)) ?? [],
    );
  }

  #add(binding: TenantBinding): void {
    const names = Object.keys(binding.metricMatchers).sort();
    const groupKey = JSON.stringify(names);
    const group = this.#groups.get(groupKey) ?? new Map();
    const key = valuesKey(names, binding.metricMatchers);
    group.set(key, [...(group.get(key) ?? []), binding]);
    this.#groups.set(groupKey, group);
  }
}

function valuesKey(names: string[], labels: Record<string, string>): string {
  return JSON.stringify(names.map(name => labels[name] ?? ''));
}
