/** Kinds of failure, spelled as in the answers of the Prometheus HTTP API. */
export type PromqlErrorType = 'bad_data' | 'execution' | 'timeout';

/** A query that cannot be parsed, is outside the simulated subset, or fails while it runs. */
export class PromqlError extends Error {
  constructor(readonly type: PromqlErrorType, message: string) {
    super(message);
    this.name = 'PromqlError';
  }
}
