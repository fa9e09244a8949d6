import { utcMinute } from './utcMinute';

describe('utcMinute', () => {
  it('names the minute', () => {
    expect(utcMinute(new Date('2026-01-01T12:34:56.789Z'))).toBe(
      '2026-01-01 12:34 UTC',
    );
  });

  it('admits what it does not know', () => {
    expect(utcMinute(new Date('yesterday'))).toBe('an unknown time');
  });
});
