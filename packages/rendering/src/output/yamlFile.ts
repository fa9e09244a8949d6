import { Document, parseAllDocuments, Scalar, visit, YAMLError } from 'yaml';
import { CompiledText } from '../expressions';

// Kubernetes reads YAML 1.1, where a plain `yes` or `0o7` is no string.
const documentOptions = { compat: 'yaml-1.1', strict: true } as const;
const stringOptions = { lineWidth: 0, minContentWidth: 0 } as const;

// Private-use characters: a plain scalar may hold them, and no value that a form accepts does.
const placeholder = /\uE000(\d+)\uE001/gu;
const wholePlaceholder = /^\uE000(\d+)\uE001$/u;

/**
 * Renders a YAML file in one stable style.
 *
 * The value of an expression is put in after parsing, so that it can be a whole value (a number,
 * a list) or a part of a string, and can never become structure, whatever characters it holds.
 *
 * @param written - what was written before; text and values that are the same are not parsed again
 * @throws Error when the rendered text is no valid YAML, or has a key twice.
 */
export function renderYamlFile(
  text: CompiledText,
  context: object,
  written = new Map<string, string>(),
): string {
  const values: unknown[] = [];
  const rendered = text.render(context, value => {
    values.push(value);
    return `\uE000${values.length - 1}\uE001`;
  });
  const key = JSON.stringify([rendered, values]);
  const content = written.get(key) ?? writeYaml(rendered, values);
  written.set(key, content);
  return content;
}

function writeYaml(rendered: string, values: unknown[]): string {
  const documents = parse(rendered).filter(document => document.contents);
  const content = documents
    .map(document => {
      insertValues(document, values);
      document.directives.docStart = null;
      return document.toString(stringOptions);
    })
    .join('---\n');
  if (content.includes('\uE000')) {
    throw new Error('An expression stands in a comment, an anchor or a tag.');
  }
  parse(content);
  return content;
}

/** Reads what {@link renderYamlFile} wrote. */
export function parseYamlFile(content: string): unknown[] {
  return parse(content).map(document => document.toJS({ maxAliasCount: 0 }));
}

function parse(content: string): Document.Parsed[] {
  const documents = parseAllDocuments(content, documentOptions);
  const errors: YAMLError[] = [];
  for (const document of documents as Document.Parsed[]) {
    errors.push(...document.errors);
  }
  if (errors.length > 0) {
    throw new Error(errors.map(error => error.message).join(' '));
  }
  return documents as Document.Parsed[];
}

function insertValues(document: Document.Parsed, values: unknown[]): void {
  visit(document, {
    Collection(_, node) {
      node.flow = node.items.length === 0;
    },
    Scalar(key, node) {
      if (typeof node.value !== 'string' || !node.value.includes('\uE000')) {
        return undefined;
      }
      const whole = wholePlaceholder.exec(node.value);
      if (whole && key !== 'key') {
        return document.createNode(values[Number(whole[1])]) as Scalar;
      }
      node.value = node.value.replace(placeholder, (_, index) =>
        String(values[Number(index)]),
      );
      return undefined;
    },
  });
}
