import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { PromqlError } from './PromqlError';

/** A node of the parsed query together with its text. */
export interface QueryNode {
  name: string;
  text: string;
  children: QueryNode[];
}

const maximumLength = 10_000;
const maximumDepth = 100;

/**
 * Parses a query with the grammar of Prometheus itself.
 *
 * @throws PromqlError of type `bad_data` when the query is empty, too long, nested too deeply or
 * not in the language.
 */
export function parseSyntaxTree(query: string): QueryNode {
  if (query.length > maximumLength) {
    throw syntaxError(`the query is longer than ${maximumLength} characters`);
  }
  if (query.trim() === '') throw syntaxError('the query is empty');
  const root = toQueryNode(parser.parse(query).topNode, query, 0);
  return root.children[0];
}

function toQueryNode(
  node: SyntaxNode,
  query: string,
  depth: number,
): QueryNode {
  if (node.type.isError) throw unexpected(node, query);
  if (depth > maximumDepth) {
    throw syntaxError(`the query is nested more than ${maximumDepth} deep`);
  }
  const children: QueryNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') {
      children.push(toQueryNode(child, query, depth + 1));
    }
  }
  return { name: node.name, text: query.slice(node.from, node.to), children };
}

function unexpected(node: SyntaxNode, query: string): PromqlError {
  const called = /^\s*([a-z_][a-z0-9_]*)\s*\(/i.exec(
    query.slice(node.parent?.from ?? 0),
  );
  if (node.parent?.name === 'VectorSelector' && called) {
    return syntaxError(`there is no function "${called[1]}"`);
  }
  const found = query.slice(node.from).trim().slice(0, 20);
  return syntaxError(
    `character ${node.from + 1}: unexpected ${
      found ? JSON.stringify(found) : 'end of the query'
    }`,
  );
}

function syntaxError(message: string): PromqlError {
  return new PromqlError('bad_data', `parse error: ${message}`);
}
