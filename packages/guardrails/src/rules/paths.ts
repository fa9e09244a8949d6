import { FileChange, Finding } from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { GitFile, Inspection } from '../inspection/Inspection';
import { tenantPath } from '../inspection/tenantPaths';

/** Much more than any descriptor or manifest has. */
const maximumFileBytes = 1024 * 1024;
/** Some dozens of tenants, with everything that they have. */
const maximumFiles = 2000;
const maximumPathLength = 250;

const modes = ['100644', '100755'];
const namePattern = /^[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?$/;

/** Files are plain, of a sensible size, and at places where files of a tenant belong. */
export function pathFindings({ changes, files, after, before }: Inspection) {
  const isTenant = (name: string) =>
    after.tenants.has(name) || before?.tenants.has(name) === true;
  const touched: readonly (FileChange | GitFile)[] =
    changes.length > 0 ? changes : files;
  return [
    ...tooMany(changes.length),
    ...touched.flatMap(file => [
      ...nameFindings(file.path),
      ...placeFindings(file, isTenant, before),
      ...modeFindings(file),
      ...sizeFindings(file),
    ]),
    ...changes.flatMap(contentFindings),
    ...repeated(changes),
  ];
}

/** Whether a file may be looked into at all. */
export function isReadable(file: FileChange | GitFile): boolean {
  return (
    nameFindings(file.path).length === 0 &&
    modeFindings(file).length === 0 &&
    sizeFindings(file).length === 0
  );
}

function nameFindings(path: string): Finding[] {
  const problem = explainPath(path);
  return problem
    ? [
        {
          rule: 'file-path',
          file: path,
          message: `The path ${JSON.stringify(path)} ${problem}.`,
          help: 'Use plain names of letters, digits, dots, hyphens and underscores, relative to the root of the repository.',
        },
      ]
    : [];
}

function explainPath(path: string): string | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) {
    return 'is absolute';
  }
  if (path.includes('\\')) {
    return 'holds a backslash';
  }
  if (path.length > maximumPathLength) {
    return `is longer than ${maximumPathLength} characters`;
  }
  const names = path.split('/');
  if (names.includes('..')) {
    return 'leaves its folder with ".."';
  }
  const odd = names.find(name => !namePattern.test(name));
  return odd === undefined
    ? undefined
    : `has the part ${JSON.stringify(odd)}, which is no plain name`;
}

function placeFindings(
  file: FileChange | GitFile,
  isTenant: (name: string) => boolean,
  before?: Registry,
): Finding[] {
  const { path } = file;
  const place = tenantPath(path);
  if (place?.area === 'client') {
    return [];
  }
  // What the hub has before the tenant of that name comes belongs to the platform.
  const isTaken =
    'operation' in file &&
    file.operation !== 'create' &&
    !before?.tenants.has(place?.tenant ?? '');
  if (place && isTenant(place.tenant) && !isTaken) {
    return [];
  }
  return [
    {
      rule: 'file-place',
      file: path,
      message: `${JSON.stringify(path)} is no place for a file of a tenant.`,
      help: 'Put it into clients/<name>/, or name it <name>.yaml below hub/.',
    },
  ];
}

function modeFindings({ path, mode }: { path: string; mode?: string }) {
  return mode === undefined || modes.includes(mode)
    ? []
    : [
        {
          rule: 'file-mode',
          file: path,
          message: `${path} has the mode ${mode}${
            mode === '120000' ? ', a symbolic link' : ''
          }; only ${modes.join(' and ')} are allowed.`,
          help: 'Make it a regular file.',
        },
      ];
}

function sizeFindings({ path, content = '' }: FileChange | GitFile): Finding[] {
  return Buffer.byteLength(content) > maximumFileBytes
    ? [
        {
          rule: 'file-size',
          file: path,
          message: `${path} is larger than ${maximumFileBytes} bytes.`,
          help: 'Divide it, or leave out what does not belong into the repository.',
        },
      ]
    : [];
}

function contentFindings(change: FileChange): Finding[] {
  return change.operation === 'delete' || change.content !== undefined
    ? []
    : [
        {
          rule: 'file-content',
          file: change.path,
          message: `The change would ${change.operation} ${change.path} without a content.`,
          help: 'Give the content, or delete the file.',
        },
      ];
}

function repeated(changes: readonly FileChange[]): Finding[] {
  const seen = new Set<string>();
  return changes
    .map(({ path }) => path)
    .filter(path => seen.size === seen.add(path).size)
    .map(path => ({
      rule: 'file-path',
      file: path,
      message: `The change names ${path} more than once.`,
      help: 'Change each file once.',
    }));
}

function tooMany(count: number): Finding[] {
  return count > maximumFiles
    ? [
        {
          rule: 'file-count',
          message: `The change has ${count} files; at most ${maximumFiles} are allowed.`,
          help: 'Divide the change.',
        },
      ]
    : [];
}
