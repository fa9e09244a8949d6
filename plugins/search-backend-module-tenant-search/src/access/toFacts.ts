import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { AccessModel } from './accessModels';
import { FactExpression } from './types';

/**
 * Turns the conditions of a decision into a question about facts.
 *
 * @returns Undefined when the facts do not answer it: a rule is not known, or negated. What the
 *   facts of a stale index deny would be allowed by a negation.
 */
export function toFacts(
  criteria: PermissionCriteria<PermissionCondition>,
  rules: AccessModel['rules'],
): FactExpression | undefined {
  if ('anyOf' in criteria) {
    const anyOf = allKnown(criteria.anyOf, rules);
    return anyOf && { anyOf };
  }
  if ('allOf' in criteria) {
    const allOf = allKnown(criteria.allOf, rules);
    return allOf && { allOf };
  }
  if ('not' in criteria) {
    return undefined;
  }
  return Object.hasOwn(rules, criteria.rule)
    ? rules[criteria.rule](criteria.params ?? {})
    : undefined;
}

function allKnown(
  criteria: PermissionCriteria<PermissionCondition>[],
  rules: AccessModel['rules'],
): FactExpression[] | undefined {
  const expressions = criteria.map(each => toFacts(each, rules));
  return expressions.every(each => each !== undefined)
    ? expressions
    : undefined;
}
