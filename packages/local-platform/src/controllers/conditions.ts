/** A condition in the status of an object; a type alias, so that it counts as JSON. */
export type ObjectCondition = {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
};

/**
 * The conditions with these in the place of those of their types. A time stays while the status
 * of its condition does.
 */
export function withConditions(
  before: readonly ObjectCondition[] | undefined,
  conditions: readonly ObjectCondition[],
  now: string,
): ObjectCondition[] {
  const types = conditions.map(({ type }) => type);
  const kept = (before ?? []).filter(({ type }) => !types.includes(type));
  const timed = conditions.map(condition => {
    const known = before?.find(({ type }) => type === condition.type);
    const lastTransitionTime =
      known?.status === condition.status ? known.lastTransitionTime : now;
    return { ...condition, lastTransitionTime };
  });
  return [...kept, ...timed];
}
