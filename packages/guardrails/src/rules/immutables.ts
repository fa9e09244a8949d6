import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';
import { pointer } from '../json';
import { judgedEnvironments, RegisteredEnvironment } from './judged';

const fixedFields = [
  'tenant',
  'environment',
  'cluster',
  'namespace',
  'application',
] as const;

/** What identifies a tenant environment, and its immutable values, stay as they are for ever. */
export function immutableFindings(inspection: Inspection): Finding[] {
  return judgedEnvironments(inspection).flatMap(registered => {
    const previous = previousOf(registered, inspection);
    return previous
      ? [
          ...fieldFindings(registered, previous),
          ...valueFindings(registered, previous),
        ]
      : [];
  });
}

function previousOf(
  { file }: RegisteredEnvironment,
  { before }: Inspection,
): RegisteredEnvironment | undefined {
  return [...(before?.tenantEnvironments.values() ?? [])].find(
    previous => previous.file === file,
  );
}

function fieldFindings(
  { file, descriptor }: RegisteredEnvironment,
  previous: RegisteredEnvironment,
): Finding[] {
  return fixedFields
    .map(field => ({
      field,
      was: previous.descriptor.spec[field],
      is: descriptor.spec[field],
    }))
    .filter(({ was, is }) => was !== is)
    .map(({ field, was, is }) =>
      changed(file, pointer('spec', field), was, `"${is}"`),
    );
}

function valueFindings(
  { file, descriptor }: RegisteredEnvironment,
  previous: RegisteredEnvironment,
): Finding[] {
  const { immutable } = descriptor.spec;
  return Object.entries(previous.descriptor.spec.immutable)
    .filter(
      ([key, was]) => !Object.hasOwn(immutable, key) || immutable[key] !== was,
    )
    .map(([key, was]) =>
      changed(
        file,
        pointer('spec', 'immutable', key),
        was,
        Object.hasOwn(immutable, key) ? `"${immutable[key]}"` : 'absent',
      ),
    );
}

function changed(file: string, path: string, was: string, is: string): Finding {
  return {
    rule: 'immutable',
    file,
    path,
    message: `${path} is "${was}" and may never change, but it would be ${is}.`,
    help: `Write "${was}" again.`,
  };
}
