import { SelectSeries } from '../promql';
import { SimulatedAlert } from '../rules';
import { RequestParameters } from './RequestParameters';

/** What a handler of the API works with. */
export interface ApiContext {
  select: SelectSeries;
  /** Unix time in seconds. */
  now(): number;
  /** Alerts that are pending or fire. */
  alerts(): Promise<SimulatedAlert[]>;
}

/**
 * Computes the `data` of a successful answer, or a promise of it.
 *
 * @throws ApiError or PromqlError for an answer with an error.
 */
export type Handler = (
  parameters: RequestParameters,
  context: ApiContext,
) => unknown;
