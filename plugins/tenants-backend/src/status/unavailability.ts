import { SourceState } from './SourceState';

/** Why a source cannot be relied on. */
export interface Unavailability {
  reason: string;
  message: string;
}

/**
 * Why what a source said can no longer be relied on; `undefined` when it can.
 */
export function unavailabilityOf(options: {
  state: SourceState;
  staleBefore: Date;
}): Unavailability | undefined {
  const { source, disconnected, heardAt } = options.state;
  if (disconnected) {
    const { server, message } = disconnected;
    return {
      reason: 'Disconnected',
      message: `${server} cannot be asked. ${message ?? ''}`.trim(),
    };
  }
  return new Date(heardAt) < options.staleBefore
    ? {
        reason: 'Stale',
        message: `The source ${source} has confirmed nothing for too long. The log of the portal may say why.`,
      }
    : undefined;
}
