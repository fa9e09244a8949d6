import { overdueAfter } from './schedule';

const lastRunAt = '2026-03-01T08:00:00Z';

describe('overdueAfter', () => {
  it.each([
    ['five fields', '0 */4 * * *', '2026-03-01T12:10:00.000Z'],
    ['six fields', '0 0 */4 * * *', '2026-03-01T12:10:00.000Z'],
    ['a macro', '@daily', '2026-03-02T00:10:00.000Z'],
  ])('reads a schedule of %s', (_, schedule, overdue) => {
    expect(overdueAfter({ schedule, lastRunAt })).toBe(overdue);
  });

  it('reads it in its time zone', () => {
    const options = { schedule: '0 0 * * *', timeZone: 'Europe/Berlin' };
    expect(overdueAfter({ ...options, lastRunAt })).toBe(
      '2026-03-01T23:10:00.000Z',
    );
  });

  it.each([
    [{ schedule: 'now and then', lastRunAt }],
    [{ schedule: '0 0 31 2 *', lastRunAt }],
    [{ schedule: '@daily', lastRunAt: 'never' }],
    [{ schedule: '@daily', timeZone: 'Nowhere', lastRunAt }],
  ])('says nothing about %j', options => {
    expect(overdueAfter(options)).toBeUndefined();
  });
});
