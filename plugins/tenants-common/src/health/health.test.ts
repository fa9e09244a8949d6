import fc from 'fast-check';
import {
  compareHealth,
  healthOrder,
  isHealth,
  rollUpHealth,
  worstOf,
} from './health';

const part = fc.record(
  {
    health: fc.constantFrom(...healthOrder),
    reason: fc.constantFrom('One', 'Two'),
    message: fc.constantFrom('First.', 'Second.'),
  },
  { requiredKeys: ['health'] },
);

describe('rollUpHealth', () => {
  it('is Unknown when nothing has been observed', () => {
    expect(rollUpHealth([])).toMatchObject({
      health: 'Unknown',
      reason: 'NotObserved',
    });
  });

  it('gives the reason and message of the worst part, the first among equals', () => {
    expect(
      rollUpHealth([
        { health: 'Unknown', reason: 'NoData' },
        { health: 'Degraded', reason: 'One', message: 'First.' },
        { health: 'Degraded', reason: 'Two', message: 'Second.' },
      ]),
    ).toEqual({ health: 'Degraded', reason: 'One', message: 'First.' });
  });

  it('does not let an unknown part hide one that is known to be broken', () => {
    expect(
      rollUpHealth([{ health: 'Unknown' }, { health: 'Degraded' }]).health,
    ).toBe('Degraded');
  });

  it('gives no reason when all is well', () => {
    expect(
      rollUpHealth([{ health: 'Healthy', reason: 'Ready', message: 'Fine.' }]),
    ).toEqual({ health: 'Healthy' });
  });

  it('is the health of one part, and no part is worse', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), parts => {
        const { health } = rollUpHealth(parts);
        expect(parts.map(entry => entry.health)).toContain(health);
        for (const entry of parts) {
          expect(compareHealth(health, entry.health)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('does not depend on how parts are grouped', () => {
    const parts = fc.array(part, { minLength: 1 });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        expect(
          rollUpHealth([rollUpHealth(left), rollUpHealth(right)]).health,
        ).toBe(rollUpHealth([...left, ...right]).health);
      }),
    );
  });
});

describe('worstOf', () => {
  it('is the first of the parts that are worst off, and none without parts', () => {
    const worst = { health: 'Degraded', name: 'first' } as const;
    const others = [{ health: 'Unknown' }, { health: 'Degraded' }] as const;
    expect(worstOf([others[0], worst, others[1]])).toBe(worst);
    expect(worstOf([])).toBeUndefined();
  });
});

describe('isHealth', () => {
  it('knows the words of Argo CD, spelled as Argo CD spells them', () => {
    expect(healthOrder.every(isHealth)).toBe(true);
    expect(['healthy', 'OK', '', undefined, 1].some(isHealth)).toBe(false);
  });
});
