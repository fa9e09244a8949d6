import { InputError } from '@backstage/errors';
import { TimelinePosition } from '../store';
import { decodeCursor, encodeCursor } from '../tenants';
import { defaultLimit, RouterOptions, TenantsRouter } from './RouterOptions';
import { sendJson } from './sendJson';

export function addTimelineRoutes(
  router: TenantsRouter,
  { httpAuth, authorizedTenants, timeline }: RouterOptions,
): void {
  router.get('/v1/tenants/:tenant/timeline', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { tenant } = request.params;
    const { type, environment, since, cursor } = request.query;
    const { limit = defaultLimit } = request.query;
    await authorizedTenants.get(tenant, credentials);
    const { items, changes, hasOlder } = await timeline.read({
      tenant,
      types: type,
      environment,
      since: since && toTime(String(since)),
      after: cursor ? toPosition(cursor) : undefined,
      limit,
    });
    const last = items.at(-1);
    sendJson(request, response, {
      items,
      changes,
      ...(last && hasOlder && { nextCursor: encodeCursor([last.at, last.id]) }),
    });
  });
}

/** The form is checked before; this finds the 30th of February. */
function toTime(text: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      `The parameter "since" is "${text}", which is no time in RFC 3339.`,
    );
  }
  return time.toISOString();
}

function toPosition(cursor: string): TimelinePosition {
  const [at, id] = decodeCursor(cursor, isPlace);
  return { at, id };
}

function isPlace(value: unknown): value is [at: string, id: string] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(part => typeof part === 'string') &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value[0]) &&
    /^\d{1,15}$/.test(value[1])
  );
}
