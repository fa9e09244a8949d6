import { Judgement } from './judgeFluxObject';
import { SourceState } from './SourceState';

const runbook = 'flux-source-failed';

/**
 * What a source adds to the judgement of an object that is made from it. An object whose source
 * fails may still be ready, with what was fetched last; nothing that is merged arrives then.
 */
export function judgeWithSource(
  own: Judgement,
  source: SourceState | undefined,
): Judgement {
  if (!source || own.health === 'Suspended') {
    return own;
  }
  switch (source.state) {
    case 'Missing':
      return {
        health: 'Degraded',
        reason: 'SourceMissing',
        message: `Its source ${source.name} does not exist. Bring it back, or name another one in Git.`,
        runbook,
      };
    case 'Degraded':
      return {
        health: 'Degraded',
        reason: 'SourceFailed',
        message: `Its source ${source.name} fails: ${source.message}`,
        runbook,
      };
    case 'Suspended':
      return own.health === 'Healthy'
        ? {
            health: 'Suspended',
            reason: 'SourceSuspended',
            message: `Its source ${source.name} is suspended: what is merged is not fetched. Resume the source.`,
            runbook: 'flux-suspended',
          }
        : own;
    case 'Unknown':
      return own.health === 'Healthy'
        ? {
            health: 'Unknown',
            reason: 'SourceNotObserved',
            message: `Whether its source ${source.name} works is not known. ${source.message}`,
          }
        : own;
    default:
      return own;
  }
}
