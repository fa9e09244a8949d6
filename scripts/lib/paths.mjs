import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts bring for themselves; safe to delete. */
export const cacheDirectory = join(root, '.cache');

export const inRoot = (...parts) => join(root, ...parts);
