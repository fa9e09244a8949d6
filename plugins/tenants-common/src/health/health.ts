/**
 * Health of a check, component, tenant environment or tenant, spelled as Argo CD spells it.
 *
 * @public
 */
export type Health =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Unknown'
  | 'Missing'
  | 'Degraded';

/**
 * Every health, best first.
 *
 * Unlike Argo CD, `Unknown` stands before `Missing` and `Degraded`: one thing that is known to be
 * broken must not be hidden by another that could not be observed. `Unknown` is never better than
 * `Progressing`, so absent data never looks well. See docs/decisions/0002-health-order.md.
 *
 * @public
 */
export const healthOrder: readonly Health[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Unknown',
  'Missing',
  'Degraded',
];

/**
 * Whether what Git says is what runs, spelled as Argo CD spells it.
 *
 * @public
 */
export type SyncStatus = 'Synced' | 'OutOfSync' | 'Unknown';

/** @public */
export function isHealth(value: unknown): value is Health {
  return healthOrder.includes(value as Health);
}

/**
 * Compares two healths for sorting: negative when `left` is better than `right`.
 *
 * @public
 */
export function compareHealth(left: Health, right: Health): number {
  return healthOrder.indexOf(left) - healthOrder.indexOf(right);
}

/**
 * The part that is worst off, the first one among equals; `undefined` without parts.
 *
 * @public
 */
export function worstOf<T extends { health: Health }>(
  parts: readonly T[],
): T | undefined {
  const [first, ...others] = parts;
  return others.reduce<T | undefined>(
    (worst, part) =>
      worst && compareHealth(part.health, worst.health) > 0 ? part : worst,
    first,
  );
}

/**
 * What a roll-up needs to know of each part.
 *
 * @public
 */
export interface HealthPart {
  health: Health;
  /** One CamelCase word. */
  reason?: string;
  /** One or two sentences for a person. */
  message?: string;
}

/**
 * The worst part decides, with its reason and message; among equals the first one.
 * Nothing observed is `Unknown`, never `Healthy`.
 *
 * @public
 */
export function rollUpHealth(parts: readonly HealthPart[]): HealthPart {
  const worst = worstOf(parts);
  if (!worst) {
    return {
      health: 'Unknown',
      reason: 'NotObserved',
      message: 'Nothing has been observed yet.',
    };
  }
  return {
    health: worst.health,
    ...(worst.health !== 'Healthy' && worst.reason
      ? { reason: worst.reason }
      : {}),
    ...(worst.health !== 'Healthy' && worst.message
      ? { message: worst.message }
      : {}),
  };
}
