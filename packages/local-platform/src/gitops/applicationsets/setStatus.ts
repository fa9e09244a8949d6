import { JsonObject } from '@backstage/types';
import { conditionsOf } from '../health';
import { ApplicationSet } from './ApplicationSet';

/** The status of an ApplicationSet after a look at it, with the error that ended the look. */
export function setStatus(
  set: ApplicationSet,
  now: string,
  error?: Error,
): JsonObject {
  const failed = error !== undefined;
  const message =
    error?.message ?? 'Successfully generated parameters for all Applications';
  const condition = (type: string, isTrue: boolean, reason: string) => {
    const status = isTrue ? 'True' : 'False';
    const before = conditionsOf(set).find(
      known => known.type === type && known.status === status,
    );
    const lastTransitionTime = before?.lastTransitionTime ?? now;
    return { type, status, reason, message, lastTransitionTime };
  };
  return {
    conditions: [
      condition(
        'ErrorOccurred',
        failed,
        failed
          ? 'ApplicationGenerationFromParamsError'
          : 'ApplicationSetUpToDate',
      ),
      condition(
        'ParametersGenerated',
        !failed,
        failed ? 'ErrorOccurred' : 'ParametersGenerated',
      ),
      condition(
        'ResourcesUpToDate',
        !failed,
        failed ? 'ErrorOccurred' : 'ApplicationSetUpToDate',
      ),
    ],
  };
}
