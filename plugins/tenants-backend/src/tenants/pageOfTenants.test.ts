import { compareHealth, healthOrder } from '@tenantry/plugin-tenants-common';
import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './cursor';
import { pageOfTenants } from './pageOfTenants';
import { KnownTenant } from './TenantsView';

const tenants: fc.Arbitrary<KnownTenant[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/), {
    maxLength: 30,
  })
  .chain(names =>
    fc.tuple(
      ...names.map(name =>
        fc.constantFrom(...healthOrder).map(health => ({
          name,
          health,
          title: name,
          owner: 'group:default/x',
          contacts: [],
          environments: [],
        })),
      ),
    ),
  );
const order = fc.constantFrom('health' as const, 'name' as const);

describe('pageOfTenants', () => {
  it('shows each tenant exactly once over all pages, in order', () => {
    fc.assert(
      fc.property(
        tenants,
        order,
        fc.integer({ min: 1, max: 7 }),
        (all, by, limit) => {
          const seen: KnownTenant[] = [];
          let cursor: string | undefined;
          do {
            const page = pageOfTenants(all, { order: by, limit, cursor });
            expect(page.items.length).toBeLessThanOrEqual(limit);
            seen.push(...page.items);
            cursor = page.nextCursor;
          } while (cursor);
          expect(seen).toHaveLength(all.length);
          expect(new Set(seen)).toEqual(new Set(all));
          for (let index = 1; index < seen.length; index++) {
            const [before, after] = [seen[index - 1], seen[index]];
            const worse =
              by === 'health' ? compareHealth(after.health, before.health) : 0;
            expect(worse < 0 || (worse === 0 && before.name < after.name)).toBe(
              true,
            );
          }
        },
      ),
    );
  });

  it('goes on at the same place when tenants come and go in between', () => {
    fc.assert(
      fc.property(tenants, tenants, (before, after) => {
        const first = pageOfTenants(before, { order: 'name', limit: 3 });
        const last = first.items.at(-1)?.name ?? '';
        const rest = pageOfTenants(after, {
          order: 'name',
          limit: 100,
          cursor: first.nextCursor,
        });
        const expected = first.nextCursor
          ? after.filter(({ name }) => name > last)
          : after;
        expect(rest.items).toHaveLength(expected.length);
      }),
    );
  });

  it('refuses a cursor of another order', () => {
    const cursor = encodeCursor(['name', 0, 'acme-01']);
    expect(() =>
      pageOfTenants([], { order: 'health', limit: 1, cursor }),
    ).toThrow(/"cursor"/);
  });
});

describe('decodeCursor', () => {
  const isPlace = (value: unknown): value is [string, number] =>
    Array.isArray(value) && value.length === 2 && typeof value[1] === 'number';

  it('reads what was encoded', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, number) => {
        const cursor = encodeCursor([text, number]);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(decodeCursor(cursor, isPlace)).toEqual([text, number]);
      }),
    );
  });

  it('refuses anything else with an error that names the parameter', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(() => decodeCursor(text, isPlace)).toThrow(/"cursor"/);
      }),
    );
  });
});
