import {
  arithmeticOperators,
  BinaryExpression,
  BinaryOperator,
  comparisonOperators,
  Expression,
  setOperators,
  typeOf,
  VectorMatching,
} from './expressions';
import { PromqlError } from './PromqlError';
import { QueryNode } from './syntaxTree';

const operators: readonly string[] = [
  ...arithmeticOperators,
  ...comparisonOperators,
  ...setOperators,
];

export function parseBinary(
  node: QueryNode,
  toExpression: (node: QueryNode) => Expression,
): Expression {
  const [leftNode, operatorNode, ...modifiers] = node.children;
  const rightNode = modifiers.pop()!;
  const operator = parseOperator(operatorNode);
  const signed = operator === '^' && signedNumber(leftNode);
  if (signed) {
    // The grammar takes the sign into the number, but -1 ^ 2 is -(1 ^ 2).
    const power = { ...node, children: [...node.children] };
    power.children[0] = signed;
    return { kind: 'negation', operand: parseBinary(power, toExpression) };
  }
  const binary: BinaryExpression = {
    kind: 'binary',
    operator,
    left: toExpression(leftNode),
    right: toExpression(rightNode),
    returnBool: modifiers.some(({ name }) => name === 'BoolModifier'),
    matching: parseMatching(modifiers),
  };
  assertOperands(binary, modifiers);
  return binary;
}

function parseOperator({ text }: QueryNode): BinaryOperator {
  const operator = text.toLowerCase();
  if (!operators.includes(operator)) throw notSimulated(operator);
  return operator as BinaryOperator;
}

function signedNumber(node: QueryNode): QueryNode | undefined {
  return node.name === 'NumberDurationLiteral' && node.text.startsWith('-')
    ? { ...node, text: node.text.slice(1) }
    : undefined;
}

function parseMatching(modifiers: QueryNode[]): VectorMatching {
  if (modifiers.some(({ name }) => name === 'FillModifier')) {
    throw notSimulated('fill');
  }
  const clause = modifiers.find(
    ({ name }) => name === 'MatchingModifierClause',
  );
  if (!clause) return { on: false, labels: [] };
  const [kind, labels, group, included] = clause.children;
  if (group?.name === 'GroupRight') throw notSimulated('group_right');
  return {
    on: kind.name === 'On',
    labels: names(labels),
    ...(group && { groupLeft: included ? names(included) : [] }),
  };
}

function names(labels: QueryNode): string[] {
  return labels.children.map(({ text }) => text);
}

function assertOperands(
  { operator, left, right, returnBool, matching }: BinaryExpression,
  modifiers: QueryNode[],
): void {
  const types = [typeOf(left), typeOf(right)];
  const isSet = setOperators.some(name => name === operator);
  const isComparison = comparisonOperators.some(name => name === operator);
  const hasScalar = types.includes('scalar');
  const refuse = (rule: string) => {
    throw new PromqlError('bad_data', `the operator "${operator}" ${rule}`);
  };
  if (types.includes('matrix') || types.includes('string')) {
    refuse('needs scalars or instant vectors');
  }
  if (isSet && hasScalar) refuse('needs an instant vector on both sides');
  if (returnBool && !isComparison) refuse('does not take "bool"');
  if (isComparison && !returnBool && !types.includes('vector')) {
    refuse('needs "bool" between scalars');
  }
  if (modifiers.length > (returnBool ? 1 : 0) && hasScalar) {
    refuse('takes label matching between instant vectors only');
  }
  if (isSet && matching.groupLeft) refuse('does not take "group_left"');
}

function notSimulated(name: string): PromqlError {
  return new PromqlError(
    'bad_data',
    `the operator "${name}" is not part of the simulated subset of PromQL`,
  );
}
