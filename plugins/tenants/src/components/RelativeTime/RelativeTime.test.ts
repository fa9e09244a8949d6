import { DateTime } from 'luxon';
import { relativeTo } from './RelativeTime';

const now = DateTime.fromISO('2026-01-01T12:00:00Z');

describe('relativeTo', () => {
  it.each([
    [{ minutes: -5 }, '5 minutes ago'],
    [{ seconds: 0 }, '0 seconds ago'],
    [{ seconds: 20 }, '0 seconds ago'],
  ])('puts a moment %j from now into words', (offset, words) => {
    expect(relativeTo(now, now.plus(offset))).toBe(words);
  });
});
