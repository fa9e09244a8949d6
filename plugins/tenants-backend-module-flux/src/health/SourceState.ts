import { Health } from '@tenantry/plugin-tenants-common';
import { NamespaceView } from '@tenantry/plugin-tenants-node';
import { sourceKinds, SourceProjection, SourceReference } from '../objects';
import { unseen } from '../unseen';
import { judgeFluxObject, JudgeOptions } from './judgeFluxObject';
import { Outcomes } from './Outcomes';

/** How a source is, and what it has fetched. */
export interface SourceState {
  /** `Kind namespace/name`. */
  name: string;
  state: Health;
  message: string;
  /** As Flux spells it. */
  revision?: string;
}

export interface SourceOptions extends Omit<JudgeOptions, 'runbook'> {
  viewOf(namespace: string): NamespaceView;
  outcomes: Outcomes;
}

/** Charts come from repositories, and these from nowhere. */
const maximumDepth = 2;

/**
 * How the source is that a reference names, or what that one is made from in turn; `undefined` for
 * kinds that are not known.
 */
export function sourceState(
  reference: SourceReference | undefined,
  options: SourceOptions,
  depth = 1,
): SourceState | undefined {
  const kind = reference && sourceKinds.get(reference.kind);
  if (!kind) {
    return undefined;
  }
  const name = `${reference.kind} ${reference.namespace}/${reference.name}`;
  const view = options.viewOf(reference.namespace);
  const found = view.objects(kind).get(reference.name);
  const blind = unseen(kind, view, reference.name);
  if (blind) {
    return { name, state: 'Unknown', message: blind.message };
  }
  if (!found) {
    return { name, state: 'Missing', message: '' };
  }
  const own = stateOf(name, found, options);
  const deeper =
    depth < maximumDepth
      ? sourceState(found.source, options, depth + 1)
      : undefined;
  return deeper && isCause(deeper)
    ? { ...deeper, revision: own.revision }
    : own;
}

function isCause({ state }: SourceState): boolean {
  return state !== 'Healthy' && state !== 'Progressing';
}

function stateOf(
  name: string,
  source: SourceProjection,
  options: SourceOptions,
): SourceState {
  const judgement = judgeFluxObject(source, {
    ...options,
    runbook: 'flux-source-failed',
  });
  const { health, message = '' } = source.static
    ? { health: 'Healthy' as const }
    : options.outcomes.steady(name, source, judgement);
  return { name, state: health, message, revision: source.revision };
}
