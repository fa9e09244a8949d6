import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Errors by which a request is turned down, as opposed to one that goes wrong. */
const refusals = [
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
];

/**
 * Does the work of a request with a note in the audit log of what became of it. Without a log
 * nothing is done.
 */
export async function audited<Result>(
  options: { auditor: AuditorService } & AuditorServiceCreateEventOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const { auditor, ...details } = options;
  const event = await auditor.createEvent(details);
  let result: Result;
  try {
    result = await work();
  } catch (thrown) {
    const error = toError(thrown);
    const outcome = refusals.includes(error.name) ? 'refused' : 'failed';
    await event.fail({ error, meta: { outcome } });
    throw error;
  }
  await event.success({ meta: { outcome: 'accepted' } });
  return result;
}
