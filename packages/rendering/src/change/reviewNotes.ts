import { FileChange } from '@tenantry/plugin-tenants-common';
import { Contents } from './scope';

/**
 * Tells a reviewer which files of a change hold more than the change itself, because the
 * repository has something else than the template renders for the recorded values.
 *
 * @param expected - what the repository ought to have
 */
export function reviewNotes(
  files: readonly FileChange[],
  expected: Contents,
): string[] {
  return files.flatMap(file => {
    const wanted = expected.get(file.path);
    return file.previousContent === wanted ? [] : [noteOf(file, wanted)];
  });
}

function noteOf(
  { path, operation, previousContent }: FileChange,
  expected: string | undefined,
): string {
  if (previousContent === undefined) {
    return `${path} is missing in the repository; this change writes it.`;
  }
  if (operation === 'delete') {
    return `${path} holds what the template does not write; this change deletes it.`;
  }
  return expected === undefined
    ? `${path} is in the repository already; this change replaces it.`
    : `${path} was changed by hand, or written by another version of the template; this change replaces it, so look at the whole difference.`;
}
