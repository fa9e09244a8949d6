import type { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';

/** A node of a parsed query; positions are characters of the text. */
export interface QueryNode {
  name: string;
  text: string;
  from: number;
  to: number;
  children: QueryNode[];
}

const maximumDepth = 100;

/**
 * Parses a query with the grammar of Prometheus.
 *
 * @throws Error that says where the text is no PromQL.
 */
export function parseQuery(query: string): QueryNode {
  return toNode(parser.parse(query).topNode, query, 0).children[0];
}

/** The node and everything below it. */
export function* nodesOf(node: QueryNode): Generator<QueryNode> {
  yield node;
  for (const child of node.children) yield* nodesOf(child);
}

function toNode(node: SyntaxNode, query: string, depth: number): QueryNode {
  const { name, from, to } = node;
  if (node.type.isError) {
    throw new Error(
      `it is no PromQL at character ${from + 1}: "${excerpt(query, from)}"`,
    );
  }
  if (depth > maximumDepth) throw new Error('it is nested too deeply');
  const children: QueryNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') {
      children.push(toNode(child, query, depth + 1));
    }
  }
  return { name, text: query.slice(from, to), from, to, children };
}

function excerpt(query: string, from: number): string {
  return query.slice(from, from + 20);
}
