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

  it.each([
    ['Europe/Berlin', '2026-03-01T23:10:00.000Z'],
    ['America/New_York', '2026-03-02T05:10:00.000Z'],
    ['UTC', '2026-03-02T00:10:00.000Z'],
    ['Etc/UTC', '2026-03-02T00:10:00.000Z'],
    ['Etc/GMT+1', '2026-03-02T01:10:00.000Z'],
  ])('reads it in the time zone %s', (timeZone, overdue) => {
    const schedule = '0 0 * * *';
    expect(overdueAfter({ schedule, timeZone, lastRunAt })).toBe(overdue);
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
