import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { z } from 'zod/v3';
import { ProposedFile } from '../Forge';
import { GiteaClient } from './GiteaClient';

/** One entry of `files` of Gitea's request to change several files. */
export interface FileOperation {
  operation: 'create' | 'update';
  path: string;
  /** Base64. */
  content: string;
  /** Blob that an update replaces. */
  sha?: string;
}

const folderSchema = z.array(
  z.object({ path: z.string(), type: z.string(), sha: z.string() }),
);

/**
 * Says what has to be done on a branch for the files to be as proposed; nothing for those that are.
 */
export async function planOperations(
  client: GiteaClient,
  ref: string,
  files: readonly ProposedFile[],
  signal?: AbortSignal,
): Promise<FileOperation[]> {
  const blobs = await readBlobs(client, ref, files, signal);
  return files.flatMap(({ path, content }) => {
    const sha = blobs.get(path);
    return sha === blobOf(content)
      ? []
      : [
          {
            operation: sha ? 'update' : 'create',
            path,
            content: Buffer.from(content, 'utf8').toString('base64'),
            ...(sha && { sha }),
          },
        ];
  });
}

/** Lists the files' folders instead of the whole repository, which may hold thousands of files. */
async function readBlobs(
  client: GiteaClient,
  ref: string,
  files: readonly ProposedFile[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const blobs = new Map<string, string>();
  for (const folder of new Set(files.map(({ path }) => posix.dirname(path)))) {
    const listed = await client.find({
      path: `/contents/${folder}`,
      query: { ref },
      purpose: `read the folder ${folder} of the repository`,
      signal,
    });
    for (const entry of folderSchema.parse(listed ?? [])) {
      if (entry.type === 'file') {
        blobs.set(entry.path, entry.sha);
      }
    }
  }
  return blobs;
}

/** Git's own id for a file's content. */
function blobOf(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
