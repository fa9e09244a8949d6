import { renderQuery } from './renderQuery';
import { nodesOf, parseQuery, QueryNode } from './syntaxTree';

/** Stand for the labels of the bindings while a query is checked. */
const labelNames = ['tenantry_cluster', 'tenantry_namespace'];

/** Aggregations whose result has the labels of `by (...)` and no other. */
const aggregations = new Set(
  'sum min max avg count group stddev stdvar quantile'.split(' '),
);
/** Functions of the values alone, which leave labels as they are. */
const valueFunctions = new Set(
  'abs ceil clamp clamp_max clamp_min exp floor ln log10 log2 round sgn sqrt'.split(
    ' ',
  ),
);
const scalarFunctions = new Set(['time', 'pi']);

/**
 * Checks that one query gives the values of all tenant environments, told apart by the labels of
 * their bindings and by nothing that a node could put into the answer, and none that is too old.
 *
 * @throws Error that says which rule the query breaks.
 */
export function checkQuery(query: string, seriesLabel?: string): void {
  const root = parseQuery(
    renderQuery(query, { labelNames, maximumAgeSeconds: 60 }),
  );
  checkAges(root);
  if (shapeOf(root) === 'scalar') {
    throw new Error('it selects no series');
  }
  const grouped = [...nodesOf(root)].flatMap(groupingOf);
  if (seriesLabel && !grouped.includes(seriesLabel)) {
    throw new Error(
      `it must aggregate by the seriesLabel too, as in "by ($labels, ${seriesLabel})"`,
    );
  }
}

function checkAges(node: QueryNode): void {
  for (const child of node.children) {
    if (child.name === 'VectorSelector' && node.name !== 'MatrixSelector') {
      throw new Error(
        `"${child.text}" could be a value of any age; write last_over_time(${child.text}[$age])`,
      );
    }
    checkAges(child);
  }
}

/** Whether a part is a number, or a vector with the labels of the bindings; refuses all else. */
function shapeOf(node: QueryNode): 'scalar' | 'vector' {
  switch (node.name) {
    case 'NumberDurationLiteral':
      return 'scalar';
    case 'ParenExpr':
    case 'UnaryExpr':
      return shapeOf(node.children[node.children.length - 1]);
    case 'BinaryExpr':
      return shapeOfBinary(node);
    case 'FunctionCall':
      return shapeOfCall(node);
    case 'AggregateExpr':
      return shapeOfAggregation(node);
    default:
      throw notAggregated(node);
  }
}

function shapeOfBinary({ children }: QueryNode): 'scalar' | 'vector' {
  const shapes = [children[0], children[children.length - 1]].map(shapeOf);
  return shapes.includes('vector') ? 'vector' : 'scalar';
}

function shapeOfCall(node: QueryNode): 'scalar' | 'vector' {
  const [{ text: name }, body] = node.children;
  if (scalarFunctions.has(name)) return 'scalar';
  if (!valueFunctions.has(name)) throw notAggregated(node);
  const shapes = body.children.map(shapeOf);
  return shapes.includes('vector') ? 'vector' : 'scalar';
}

function shapeOfAggregation(node: QueryNode): 'vector' {
  const [{ text: name }] = node.children;
  const grouping = groupingOf(node);
  const keepsBindings = labelNames.every(label => grouping.includes(label));
  if (!aggregations.has(name) || !keepsBindings) throw notAggregated(node);
  return 'vector';
}

/** Label names of `by (...)`. */
function groupingOf({ name, children }: QueryNode): string[] {
  if (name !== 'AggregateExpr') return [];
  const modifier = children.find(child => child.name === 'AggregateModifier');
  const [how, labels] = modifier?.children ?? [];
  return how?.name === 'By' && labels
    ? labels.children.map(({ text }) => text)
    : [];
}

function notAggregated({ text }: QueryNode): Error {
  const part = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return new Error(
    `"${part}" does not aggregate by the labels of the tenant environments, as in "max by ($labels) (...)"`,
  );
}
