import { Expression, VectorSelector } from './expressions';
import { metricNameLabel } from './labels';
import { parseDuration, parseNumber, parseString } from './literals';
import { createMatcher, LabelMatcher, MatchOperator } from './matchers';
import { PromqlError } from './PromqlError';
import { parseSyntaxTree, QueryNode } from './syntaxTree';

/** Seconds. */
const longestRange = 31 * 86_400;

/**
 * Parses a selector such as `up{job="participant"}`, as the parameter `match[]` holds it.
 *
 * @throws PromqlError of type `bad_data`.
 */
export function parseSelector(text: string): VectorSelector {
  const node = parseSyntaxTree(text);
  if (node.name !== 'VectorSelector') {
    throw new PromqlError('bad_data', `${text} is not a series selector`);
  }
  return parseVectorSelector(node);
}

export function parseVectorSelector(node: QueryNode): VectorSelector {
  const matchers = node.children.flatMap(child =>
    child.name === 'Identifier'
      ? [createMatcher(metricNameLabel, '=', child.text)]
      : child.children.map(toMatcher),
  );
  assertSelective(matchers, node.text);
  return { kind: 'vectorSelector', matchers, offset: 0 };
}

export function parseRangeSelector({ children, text }: QueryNode): Expression {
  const [selector, duration] = children;
  if (selector.name !== 'VectorSelector') {
    throw new PromqlError('bad_data', `a range needs a selector in ${text}`);
  }
  const range = seconds(duration);
  if (range <= 0 || range > longestRange) {
    throw new PromqlError(
      'bad_data',
      'a range must be longer than 0 and at most 31 days',
    );
  }
  return {
    kind: 'rangeSelector',
    selector: parseVectorSelector(selector),
    range,
  };
}

export function parseOffset(
  { children, text }: QueryNode,
  toExpression: (node: QueryNode) => Expression,
): Expression {
  const expression = toExpression(children[0]);
  const offset = seconds(children[2]);
  if (expression.kind === 'vectorSelector') return { ...expression, offset };
  if (expression.kind === 'rangeSelector') {
    return { ...expression, selector: { ...expression.selector, offset } };
  }
  throw new PromqlError('bad_data', `an offset needs a selector in ${text}`);
}

function toMatcher({ name, children, text }: QueryNode): LabelMatcher {
  if (name === 'QuotedLabelName') {
    return createMatcher(metricNameLabel, '=', parseString(text));
  }
  const [label, operator, value] = children;
  return createMatcher(
    name === 'QuotedLabelMatcher' ? parseString(label.text) : label.text,
    operator.text as MatchOperator,
    parseString(value.text),
  );
}

function assertSelective(matchers: LabelMatcher[], text: string): void {
  const names = matchers.filter(
    ({ label, operator }) => label === metricNameLabel && operator === '=',
  );
  if (names.length > 1) {
    throw new PromqlError('bad_data', `${text} names two metrics`);
  }
  if (matchers.every(matcher => matcher.matches(''))) {
    throw new PromqlError(
      'bad_data',
      `${text} needs a matcher that does not match the empty text`,
    );
  }
}

function seconds({ text }: QueryNode): number {
  const [, sign, digits] = /^(-?)\s*(.*)$/s.exec(text)!;
  const value =
    parseDuration(digits) ??
    (/^[\d.]+$/.test(digits) ? parseNumber(digits) : undefined);
  if (value === undefined) {
    throw new PromqlError(
      'bad_data',
      `the duration "${text}" is not part of the simulated subset of PromQL`,
    );
  }
  return sign ? -value : value;
}
