import { nodesOf, parseQuery, QueryNode } from './syntaxTree';

/** What stands for the placeholders of a query of the catalogue. */
export interface QueryScope {
  /** Label names that tell tenant environments apart; at least one. */
  labelNames: readonly string[];
  /** Age from which on a value does not count any more. */
  maximumAgeSeconds: number;
}

/** Fills the placeholders in. */
export function renderQuery(
  template: string,
  { labelNames, maximumAgeSeconds }: QueryScope,
): string {
  return template
    .replaceAll('$labels', labelNames.join(', '))
    .replaceAll('$age', `${maximumAgeSeconds}s`);
}

/**
 * Restricts every selector of a query to the series that the matchers select.
 *
 * @param matchers - as they stand between the braces of a selector; not empty
 * @throws Error when the query is no PromQL.
 */
export function restrictQuery(query: string, matchers: string): string {
  return [...nodesOf(parseQuery(query))]
    .filter(({ name }) => name === 'VectorSelector')
    .reduceRight(
      (text, selector) => restrictSelector(text, selector, matchers),
      query,
    );
}

function restrictSelector(
  query: string,
  selector: QueryNode,
  matchers: string,
): string {
  const braces = selector.children.find(({ name }) => name === 'LabelMatchers');
  if (!braces) {
    return `${query.slice(0, selector.to)}{${matchers}}${query.slice(
      selector.to,
    )}`;
  }
  const inside = braces.from + 1;
  const comma = braces.children.length > 0 ? ',' : '';
  return `${query.slice(0, inside)}${matchers}${comma}${query.slice(inside)}`;
}
