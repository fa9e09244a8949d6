import {
  healthOrder,
  ListTenantsRequest,
} from '@tenantry/plugin-tenants-common';
import { KnownTenant } from './TenantsView';
import { decodeCursor, encodeCursor } from './cursor';

type Order = NonNullable<ListTenantsRequest['order']>;

/** Order, position of the health counted from the worst, and name of the last item before. */
type Place = [order: Order, rank: number, name: string];

export interface TenantsPage {
  items: KnownTenant[];
  nextCursor?: string;
}

/**
 * One page of tenants, worst first or by name; equals always come in the same order.
 *
 * @throws InputError when the cursor is not one of the same order.
 */
export function pageOfTenants(
  tenants: readonly KnownTenant[],
  request: { order: Order; limit: number; cursor?: string },
): TenantsPage {
  const { order, limit, cursor } = request;
  const after = cursor ? decodeCursor(cursor, isPlaceOf(order)) : undefined;
  const rest = tenants
    .map(tenant => ({ tenant, place: placeOf(tenant, order) }))
    .filter(({ place }) => !after || comparePlaces(place, after) > 0)
    .sort((left, right) => comparePlaces(left.place, right.place));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ tenant }) => tenant),
    ...(last &&
      rest.length > limit && { nextCursor: encodeCursor(last.place) }),
  };
}

function placeOf({ name, health }: KnownTenant, order: Order): Place {
  const rank = healthOrder.length - 1 - healthOrder.indexOf(health);
  return [order, order === 'health' ? rank : 0, name];
}

function comparePlaces(
  [, leftRank, leftName]: Place,
  [, rightRank, rightName]: Place,
): number {
  return leftRank - rightRank || compareText(leftName, rightName);
}

function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}

function isPlaceOf(order: Order) {
  return (value: unknown): value is Place =>
    Array.isArray(value) &&
    value.length === 3 &&
    value[0] === order &&
    typeof value[1] === 'number' &&
    typeof value[2] === 'string';
}
