import { createHash } from 'node:crypto';
import { isTime } from '../status';

/** The same for JSON values that say the same in the same order, whenever that was observed. */
export function digestOf(value: object): string {
  const text = JSON.stringify(value, (name, part) =>
    isTime(name) ? undefined : part,
  );
  return createHash('sha1').update(text).digest('base64');
}
