import { RE2JS } from 're2js';
import { Labels } from './labels';
import { PromqlError } from './PromqlError';

export const matchOperators = ['=', '!=', '=~', '!~'] as const;
export type MatchOperator = (typeof matchOperators)[number];

/** A condition on one label. */
export interface LabelMatcher {
  label: string;
  operator: MatchOperator;
  value: string;
  /** Whether a label with this value, empty when the series has none, fulfils the condition. */
  matches(value: string): boolean;
}

/** @throws PromqlError of type `bad_data` for an invalid regular expression. */
export function createMatcher(
  label: string,
  operator: MatchOperator,
  value: string,
): LabelMatcher {
  return { label, operator, value, matches: matchFunction(operator, value) };
}

export function matchesAll(
  labels: Labels,
  matchers: readonly LabelMatcher[],
): boolean {
  return matchers.every(matcher =>
    matcher.matches(labels.get(matcher.label) ?? ''),
  );
}

/**
 * Compiles a regular expression that has to match a whole value, in the syntax of Prometheus
 * (RE2), which takes linear time for any expression.
 *
 * @throws PromqlError of type `bad_data`.
 */
export function compileAnchored(expression: string): RE2JS {
  try {
    return RE2JS.compile(`^(?:${expression})$`, RE2JS.DOTALL);
  } catch (error) {
    throw new PromqlError(
      'bad_data',
      `invalid regular expression ${JSON.stringify(expression)}: ${
        (error as Error).message
      }`,
    );
  }
}

function matchFunction(
  operator: MatchOperator,
  expected: string,
): (value: string) => boolean {
  switch (operator) {
    case '=':
      return value => value === expected;
    case '!=':
      return value => value !== expected;
    case '=~': {
      const pattern = compileAnchored(expected);
      return value => pattern.matches(value);
    }
    default: {
      const pattern = compileAnchored(expected);
      return value => !pattern.matches(value);
    }
  }
}
