import { digestOf } from './digestOf';

describe('digestOf', () => {
  const said = {
    checks: [{ id: 'a', observedAt: '2026-01-01T00:00:00.000Z' }],
  };

  it('is the same whenever that was observed', () => {
    const later = {
      checks: [{ id: 'a', observedAt: '2026-02-01T00:00:00.000Z' }],
    };
    expect(digestOf(later)).toBe(digestOf(said));
  });

  it('differs when something else was said', () => {
    expect(digestOf({ checks: [{ id: 'b' }] })).not.toBe(digestOf(said));
  });
});
