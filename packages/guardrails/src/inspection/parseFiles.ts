import { Finding } from '@tenantry/plugin-tenants-common';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { Document, parseAllDocuments } from 'yaml';
import { asRecord, isRecord } from '../json';
import { Manifest, ParsedFile } from './Inspection';

/** Aliases have no use in a manifest; a bound keeps alias bombs out. */
const maximumAliases = 10;

/** Reads the YAML (and with it the JSON) of files; what cannot be read becomes a finding. */
export function parseFiles(files: readonly RepositoryFile[]): {
  parsedFiles: ParsedFile[];
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const parsedFiles = files.flatMap(file => {
    try {
      return [{ ...file, documents: readDocuments(file.content) }];
    } catch (error) {
      findings.push(yamlFinding(file.path, error));
      return [];
    }
  });
  return { parsedFiles, findings };
}

function readDocuments(content: string): unknown[] {
  const documents = parseAllDocuments(content);
  return (Array.isArray(documents) ? documents : []).flatMap(readDocument);
}

function readDocument(document: Document): unknown[] {
  const [error] = document.errors;
  if (error) {
    throw error;
  }
  const value = document.toJS({ maxAliasCount: maximumAliases });
  return value === null || value === undefined ? [] : [value];
}

function yamlFinding(file: string, error: unknown): Finding {
  const message = error instanceof Error ? error.message : String(error);
  return {
    rule: 'yaml',
    file,
    message: `The file is no valid YAML: ${message.split('\n')[0]}`,
    help: 'Correct the file so that it can be parsed.',
  };
}

/** The objects of Kubernetes in a file; a document that is none has neither kind nor name. */
export function manifestsOf({ path, documents }: ParsedFile): Manifest[] {
  return documents.map(document => {
    const object = isRecord(document) ? document : {};
    const apiVersion = text(object.apiVersion);
    return {
      file: path,
      object,
      apiVersion,
      group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
      kind: text(object.kind),
      name: text(asRecord(object.metadata).name),
    };
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
