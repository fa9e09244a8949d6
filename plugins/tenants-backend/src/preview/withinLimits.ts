import { ChangePreview, FileChange } from '@tenantry/plugin-tenants-common';

const maximumFileBytes = 200_000;
const maximumTotalBytes = 5_000_000;

/**
 * Leaves out the contents of files that are too much for a page: of one that is larger than 200 kB,
 * and of those beyond 5 MB of all. Their paths and operations stay, and a note names each.
 */
export function withinLimits(preview: ChangePreview): ChangePreview {
  let total = 0;
  const omitted: string[] = [];
  const files = preview.files.map(file => {
    const bytes = bytesOf(file.content) + bytesOf(file.previousContent);
    const isTooLarge = largerOf(file) > maximumFileBytes;
    if (isTooLarge || total + bytes > maximumTotalBytes) {
      omitted.push(file.path);
      return withoutContents(file);
    }
    total += bytes;
    return file;
  });
  const notes = omitted.map(
    path => `${path} is too large to be shown here; the pull request has it.`,
  );
  return { ...preview, files, notes: [...preview.notes, ...notes] };
}

function withoutContents({
  content: _,
  previousContent: __,
  ...file
}: FileChange): FileChange {
  return file;
}

function largerOf({ content, previousContent }: FileChange): number {
  return Math.max(bytesOf(content), bytesOf(previousContent));
}

function bytesOf(content: string | undefined): number {
  return content === undefined ? 0 : Buffer.byteLength(content);
}
