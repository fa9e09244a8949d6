import { DateTime } from 'luxon';
import { elapsedSince, relativeTo } from './RelativeTime';

const now = DateTime.fromISO('2026-01-01T12:00:00Z');

describe('relativeTo', () => {
  it.each([
    [{ minutes: -5 }, 'en', '5 minutes ago'],
    [{ seconds: 0 }, 'en', '0 seconds ago'],
    [{ seconds: 20 }, 'en', '0 seconds ago'],
    [{ minutes: -5 }, 'de', 'vor 5 Minuten'],
  ])('puts a moment %j from now into words of %s', (offset, locale, words) => {
    expect(relativeTo(now, now.plus(offset), locale)).toBe(words);
  });
});

describe('elapsedSince', () => {
  it.each([
    [{ minutes: -5 }, 'en', '5 minutes'],
    [{ minutes: -1 }, 'en', '1 minute'],
    [{ hours: -25 }, 'en', '1 day'],
    [{ months: -14 }, 'en', '1 year'],
    [{ seconds: 0 }, 'en', '0 seconds'],
    [{ seconds: 20 }, 'en', '0 seconds'],
    [{ minutes: -5 }, 'de', '5 Minuten'],
  ])(
    'puts the time since %j from now into words of %s',
    (offset, locale, words) => {
      expect(elapsedSince(now, now.plus(offset), locale)).toBe(words);
    },
  );
});
