import {
  AggregateExpression,
  Aggregation,
  aggregations,
  Expression,
  typeOf,
} from './expressions';
import { parseString } from './literals';
import { PromqlError } from './PromqlError';
import { QueryNode } from './syntaxTree';

export function parseAggregation(
  { children }: QueryNode,
  toExpression: (node: QueryNode) => Expression,
): AggregateExpression {
  const child = (name: string) => children.find(node => node.name === name);
  const aggregation = parseName(child('AggregateOp')!);
  const values = child('FunctionCallBody')!.children.map(toExpression);
  const modifier = child('AggregateModifier');
  const labels = modifier?.children[1].children ?? [];
  assertArguments(aggregation, values);
  return {
    kind: 'aggregate',
    aggregation,
    operand: values[values.length - 1],
    ...(values.length === 2 && { parameter: values[0] }),
    without: modifier?.children[0].name === 'Without',
    labels: labels.map(({ name, text }) =>
      name === 'QuotedLabelName' ? parseString(text) : text,
    ),
  };
}

function parseName({ text }: QueryNode): Aggregation {
  const name = aggregations.find(known => known === text.toLowerCase());
  if (!name) {
    throw new PromqlError(
      'bad_data',
      `the aggregation "${text}" is not part of the simulated subset of PromQL`,
    );
  }
  return name;
}

function assertArguments(name: Aggregation, values: Expression[]): void {
  const expected = name === 'topk' ? ['scalar', 'vector'] : ['vector'];
  const actual = values.map(typeOf);
  if (actual.join() !== expected.join()) {
    throw new PromqlError(
      'bad_data',
      `${name} takes (${expected.join(', ')}), not (${actual.join(', ')})`,
    );
  }
}
