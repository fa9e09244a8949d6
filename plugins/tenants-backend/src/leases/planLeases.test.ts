import fc from 'fast-check';
import { LeaseRow } from './Lease';
import { planLeases } from './planLeases';

const units = (count: number) =>
  Array.from({ length: count }, (_, index) => `source/kubernetes/${index}`);

/** Lets replicas act on their plans, one after the other, until nobody has anything to do. */
function settle(
  replicas: readonly string[],
  wanted: readonly string[],
  start: readonly LeaseRow[],
): LeaseRow[] {
  const rows = new Map(start.map(row => [row.unit, row]));
  for (let round = 0; round < 5; round++) {
    for (const replica of replicas) {
      const plan = planLeases({
        replica,
        wanted,
        leases: [...rows.values()],
        replicas: new Set(replicas),
      });
      for (const { unit, epoch } of plan.release) {
        rows.set(unit, { unit, epoch });
      }
      for (const unit of plan.claim) {
        const epoch = (rows.get(unit)?.epoch ?? 0) + 1;
        rows.set(unit, { unit, epoch, holder: replica });
      }
    }
  }
  return [...rows.values()];
}

describe('planLeases', () => {
  it('gives every unit to somebody, and to nobody more than a fair share', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
        fc.integer({ min: 0, max: 30 }),
        fc.array(fc.constantFrom('a', 'b', 'dead', undefined), {
          maxLength: 30,
        }),
        (replicas, count, holders) => {
          const wanted = units(count);
          const before = holders.map((holder, index) => ({
            unit: `source/kubernetes/${index}`,
            epoch: 1,
            ...(holder && { holder }),
          }));
          const rows = settle(replicas, wanted, before).filter(({ unit }) =>
            wanted.includes(unit),
          );
          expect(rows).toHaveLength(count);
          const share = Math.ceil(count / replicas.length);
          for (const replica of replicas) {
            const held = rows.filter(({ holder }) => holder === replica);
            expect(held.length).toBeLessThanOrEqual(share);
          }
          const living: readonly string[] = replicas;
          expect(
            rows.every(({ holder }) => holder && living.includes(holder)),
          ).toBe(true);
        },
      ),
    );
  });

  it('gives up what there is nothing to do for', () => {
    const lease = { unit: 'source/kubernetes/gone', holder: 'a', epoch: 3 };
    const plan = planLeases({
      replica: 'a',
      wanted: [],
      leases: [lease],
      replicas: new Set(['a']),
    });
    expect(plan).toEqual({ claim: [], release: [lease] });
  });

  it('leaves alone what a living replica holds', () => {
    const wanted = units(2);
    const leases = wanted.map(unit => ({ unit, holder: 'b', epoch: 1 }));
    const replicas = new Set(['a', 'b']);
    expect(
      planLeases({ replica: 'a', wanted, leases, replicas }).claim,
    ).toEqual([]);
    expect(
      planLeases({ replica: 'b', wanted, leases, replicas }).release,
    ).toHaveLength(1);
  });
});
