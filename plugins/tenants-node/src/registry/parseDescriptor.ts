import { toError } from '@backstage/errors';
import { AnyDescriptor, Finding } from '@tenantry/plugin-tenants-common';
import { createHash } from 'node:crypto';
import { validateDescriptor } from './descriptorSchemas';
import type { RepositoryFile } from './parseRegistry';
import { readYaml } from './readYaml';

/** What was parsed and is still in use, by the digest of the file. */
const parsed = new Map<string, WeakRef<AnyDescriptor>>();
const collected = new FinalizationRegistry<string>(key => {
  if (!parsed.get(key)?.deref()) {
    parsed.delete(key);
  }
});

/**
 * Parses one file. The same file gives the same object, which nobody may change, for as long as
 * somebody holds it: every plugin of the backend reads the registry, each time as a whole.
 *
 * @param names - what the file's path says that the descriptor is called
 * @returns what is wrong with the file, where something is
 */
export function parseDescriptor(
  kind: AnyDescriptor['kind'],
  file: RepositoryFile,
  names: string[],
): AnyDescriptor | Finding[] {
  const key = keyOf(file);
  const known = parsed.get(key)?.deref();
  if (known) {
    return known;
  }
  const result = parse(kind, file, names);
  if (Array.isArray(result)) {
    return result;
  }
  const descriptor = deepFreeze(withoutText(result));
  parsed.set(key, new WeakRef(descriptor));
  collected.register(descriptor, key);
  return descriptor;
}

function keyOf({ path, content }: RepositoryFile): string {
  return createHash('sha256').update(`${path}\0${content}`).digest('base64');
}

/** A copy whose strings are not parts of the file's text, which would be kept as a whole. */
function withoutText<D>(descriptor: D): D {
  return JSON.parse(JSON.stringify(descriptor));
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

function parse(
  kind: AnyDescriptor['kind'],
  file: RepositoryFile,
  names: string[],
): AnyDescriptor | Finding[] {
  let descriptor: AnyDescriptor;
  try {
    // What else it may be, the schema refuses.
    descriptor = readYaml(file.content) as AnyDescriptor;
  } catch (error) {
    const { message } = toError(error);
    return [{ rule: 'yaml', file: file.path, message }];
  }
  const findings = validateDescriptor(kind, descriptor, file.path);
  if (findings.length > 0) {
    return findings;
  }
  return pathFindings(descriptor, file.path, names) ?? descriptor;
}

/** A descriptor's place has to say the same as its content. */
function pathFindings(
  descriptor: AnyDescriptor,
  file: string,
  names: string[],
): Finding[] | undefined {
  const expected = names.join('-');
  const { name } = descriptor.metadata;
  if (descriptor.kind !== 'Platform' && name !== expected) {
    return [
      {
        rule: 'path-matches-name',
        file,
        path: '/metadata/name',
        message: `/metadata/name is "${name}", but the file's place says "${expected}".`,
      },
    ];
  }
  if (descriptor.kind !== 'TenantEnvironment') {
    return undefined;
  }
  const [tenant, environment] = names;
  const findings: Finding[] = [];
  for (const [field, value] of Object.entries({ tenant, environment })) {
    const actual = descriptor.spec[field as 'tenant' | 'environment'];
    if (actual !== value) {
      findings.push({
        rule: 'path-matches-name',
        file,
        path: `/spec/${field}`,
        message: `/spec/${field} is "${actual}", but the file's place says "${value}".`,
      });
    }
  }
  return findings.length > 0 ? findings : undefined;
}
