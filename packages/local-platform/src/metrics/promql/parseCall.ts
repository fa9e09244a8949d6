import { CallExpression, Expression, typeOf } from './expressions';
import { functions } from './functions';
import { PromqlError } from './PromqlError';
import { QueryNode } from './syntaxTree';

export function parseCall(
  { children: [identifier, body] }: QueryNode,
  toExpression: (node: QueryNode) => Expression,
): CallExpression {
  const name = identifier.text;
  const definition = functions.get(name);
  if (!definition) {
    throw new PromqlError(
      'bad_data',
      `the function "${name}" is not part of the simulated subset of PromQL`,
    );
  }
  const values = body.children.map(toExpression);
  const { parameters, optional = 0, resultType } = definition;
  const fits =
    values.length <= parameters.length &&
    values.length >= parameters.length - optional &&
    values.every((value, index) => typeOf(value) === parameters[index]);
  if (!fits) {
    throw new PromqlError(
      'bad_data',
      `${name} takes (${parameters.join(', ')}), not (${values
        .map(typeOf)
        .join(', ')})`,
    );
  }
  return { kind: 'call', name, arguments: values, resultType };
}
