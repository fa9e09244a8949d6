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
  if (expected === undefined) {
    return `${path} is in the repository already; this change replaces it.`;
  }
  const fate = operation === 'delete' ? 'deletes' : 'replaces';
  return `${path} was changed by hand, or written by another version of the template; this change ${fate} it, so look at the whole difference.`;
}
