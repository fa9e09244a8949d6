import { Git } from './Git';

/** The content of one blob. */
export async function readBlob(git: Git, id: string): Promise<Buffer> {
  return (await git.run(['cat-file', 'blob', id])).stdout;
}

/** The contents of many blobs in the order asked for, in one process. */
export async function readBlobs(git: Git, ids: string[]): Promise<Buffer[]> {
  if (ids.length === 0) return [];
  const { stdout } = await git.run(['cat-file', '--batch'], {
    input: `${ids.join('\n')}\n`,
  });
  const contents: Buffer[] = [];
  for (let position = 0; position < stdout.length; ) {
    const headerEnd = stdout.indexOf('\n', position);
    const header = stdout.toString('utf8', position, headerEnd);
    const size = Number(header.split(' ')[2]);
    const start = headerEnd + 1;
    contents.push(stdout.subarray(start, start + size));
    position = start + size + 1;
  }
  return contents;
}
