import { parseAggregation } from './parseAggregation';
import { parseBinary } from './parseBinary';
import { parseCall } from './parseCall';
import { Expression, typeOf } from './expressions';
import { parseNumber, parseString } from './literals';
import {
  parseOffset,
  parseRangeSelector,
  parseVectorSelector,
} from './parseSelector';
import { PromqlError } from './PromqlError';
import { parseSyntaxTree, QueryNode } from './syntaxTree';

/**
 * Parses a query of the simulated subset of PromQL.
 *
 * @throws PromqlError of type `bad_data` for an invalid query, and for what is not simulated.
 */
export function parsePromql(query: string): Expression {
  return toExpression(parseSyntaxTree(query));
}

function toExpression(node: QueryNode): Expression {
  switch (node.name) {
    case 'NumberDurationLiteral':
      return { kind: 'number', value: parseNumber(node.text) };
    case 'StringLiteral':
      return { kind: 'string', value: parseString(node.text) };
    case 'ParenExpr':
      return toExpression(node.children[0]);
    case 'UnaryExpr':
      return parseUnary(node);
    case 'BinaryExpr':
      return parseBinary(node, toExpression);
    case 'AggregateExpr':
      return parseAggregation(node, toExpression);
    case 'FunctionCall':
      return parseCall(node, toExpression);
    case 'VectorSelector':
      return parseVectorSelector(node);
    case 'MatrixSelector':
      return parseRangeSelector(node);
    case 'OffsetExpr':
      return parseOffset(node, toExpression);
    default:
      throw new PromqlError(
        'bad_data',
        `${describe(node)} is not part of the simulated subset of PromQL`,
      );
  }
}

function parseUnary({ children: [operator, child] }: QueryNode): Expression {
  const operand = toExpression(child);
  const type = typeOf(operand);
  if (type !== 'scalar' && type !== 'vector') {
    throw new PromqlError(
      'bad_data',
      `the sign ${operator.text} needs a scalar or an instant vector`,
    );
  }
  return operator.text === '-' ? { kind: 'negation', operand } : operand;
}

function describe({ name, text }: QueryNode): string {
  const titles: Record<string, string> = {
    SubqueryExpr: 'the subquery',
    StepInvariantExpr: 'the @ modifier in',
  };
  return `${titles[name] ?? name} ${JSON.stringify(text)}`;
}
