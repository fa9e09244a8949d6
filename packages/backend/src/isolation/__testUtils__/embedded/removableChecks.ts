import fs from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../__testUtils__/PortalProcess';
import { Check, checks } from './checks';

const state: typeof globalThis & { removedCheck?: string } = globalThis;

/** Removes one check while the portal runs; all others are there, and all without a name. */
export function switchRemovedCheck(name: string | undefined): void {
  state.removedCheck = name;
}

/**
 * Has the files that hold the checks read so that each check can be removed. It has to be called
 * before they are loaded.
 */
export function makeChecksRemovable(): void {
  const read = fs.readFileSync;
  fs.readFileSync = ((path: fs.PathOrFileDescriptor, ...options: []) => {
    const inFile = checks.filter(
      ({ file }) => join(repositoryRoot, file) === path,
    );
    const content = read(path, ...options);
    return inFile.length > 0
      ? inFile.reduce(makeRemovable, String(content))
      : content;
  }) as typeof read;
}

/** @throws Error when the check is not there as it is described. */
export function makeRemovable(source: string, check: Check): string {
  const { name, file, expression, without } = check;
  if (source.split(expression).length !== 2) {
    throw new Error(
      `The check "${name}" is not to be found once in ${file}. Say in checks.ts what it is now.`,
    );
  }
  const isRemoved = `globalThis.removedCheck === ${JSON.stringify(name)}`;
  return source.replace(
    expression,
    () => `(${isRemoved} ? ${without} : ${expression})`,
  );
}
