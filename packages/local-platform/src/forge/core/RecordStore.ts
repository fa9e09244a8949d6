import { readFile, rename, writeFile } from 'node:fs/promises';
import { ForwardedError, isError } from '@backstage/errors';
import { Records, recordsSchema } from './records';

/** Keeps the records in one file that is replaced as a whole. */
export interface RecordStore {
  /** The records as they are; never to be modified. */
  readonly records: Records;
  /** Changes a copy of the records and makes it count only once it is on disk. */
  update<T>(change: (draft: Records) => T): Promise<T>;
}

const noRecords: Records = {
  lastNumber: 0,
  lastId: 0,
  pullRequests: [],
  comments: [],
  hooks: [],
};

/**
 * Opens the records.
 *
 * @throws Error when the file is there and cannot be read or understood.
 */
export async function openRecordStore(file: string): Promise<RecordStore> {
  let records = await readRecords(file);
  return {
    get records() {
      return records;
    },
    async update(change) {
      const draft = structuredClone(records);
      const result = change(draft);
      await replaceFile(file, JSON.stringify(draft, undefined, 2));
      records = draft;
      return result;
    },
  };
}

async function readRecords(file: string): Promise<Records> {
  try {
    return recordsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (isError(error) && error.code === 'ENOENT') return noRecords;
    throw new ForwardedError(
      `The forge's records in ${file} are damaged`,
      error,
    );
  }
}

/** The records hold the secrets of webhooks, so only the owner may read them. */
async function replaceFile(file: string, content: string): Promise<void> {
  const draft = `${file}.new`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}
