import { rollUpHealth } from '@tenantry/plugin-tenants-common';
import {
  NamespaceObservation,
  NamespaceView,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { FluxConfig } from './config';
import {
  judgeFluxObject,
  Judgement,
  judgeWithSource,
  Outcomes,
  SourceState,
  sourceState,
} from './health';
import { kustomization, KustomizationProjection } from './objects';
import { observeReleases } from './observeReleases';
import { gitOpsStatus, unknownGitOps } from './status';
import { explainMismatch } from './trust';
import { unseen } from './unseen';

export interface ObserveFluxOptions extends FluxConfig {
  now: Date;
  outcomes: Outcomes;
}

type ViewOf = (namespace: string) => NamespaceView;

/**
 * What the Kustomization of a tenant environment says about it, and the HelmReleases in its
 * namespace.
 */
export function observeFlux(
  binding: TenantBinding,
  viewOf: ViewOf,
  options: ObserveFluxOptions,
): NamespaceObservation {
  const { application } = binding;
  const view = viewOf(application.namespace);
  const found = view.objects(kustomization).get(application.name);
  const releases = observeReleases(binding, { ...options, viewOf });
  const distrust = distrustOf(found, binding, view);
  if (!found || distrust) {
    const judgement = distrust ?? missing(binding);
    return {
      checks: [check(binding, judgement), ...releases.checks],
      gitops: unknownGitOps(binding, judgement, options.now),
    };
  }
  const source = sourceState(found.source, { ...options, viewOf });
  const own = judge(found, binding, source, options);
  return {
    checks: [check(binding, own), ...releases.checks],
    gitops: gitOpsStatus({
      binding,
      kustomization: found,
      source,
      releases: releases.history,
      health: rollUpHealth([own, ...releases.checks]),
      now: options.now,
      requests: options.requests,
    }),
  };
}

function judge(
  found: KustomizationProjection,
  { application }: TenantBinding,
  source: SourceState | undefined,
  options: ObserveFluxOptions,
): Judgement {
  const judgement = judgeFluxObject(found, {
    ...options,
    runbook: 'flux-reconciliation-failed',
  });
  const key = `Kustomization ${application.namespace}/${application.name}`;
  return judgeWithSource(
    options.outcomes.steady(key, found, judgement),
    source,
  );
}

function check({ application }: TenantBinding, judgement: Judgement) {
  return {
    id: `kustomization/${application.name}`,
    object: `Kustomization/${application.name}`,
    ...judgement,
  };
}

function distrustOf(
  found: KustomizationProjection | undefined,
  binding: TenantBinding,
  view: NamespaceView,
): Judgement | undefined {
  const { name } = binding.application;
  const blind = unseen(kustomization, view, name);
  if (blind) {
    return { health: 'Unknown', ...blind };
  }
  const mismatch = found && explainMismatch(found, binding);
  return mismatch
    ? {
        health: 'Degraded',
        reason: 'DestinationMismatch',
        message: `The Kustomization ${name} is not about this tenant environment. ${mismatch} Correct the descriptor or the Kustomization.`,
        runbook: 'flux-destination-mismatch',
      }
    : undefined;
}

function missing({ application }: TenantBinding): Judgement {
  const { name, namespace, cluster } = application;
  return {
    health: 'Missing',
    reason: 'NotFound',
    message: `There is no Kustomization ${name} in ${namespace} of ${cluster}. What makes it has not been applied yet, or fails; look at the Kustomizations of the platform.`,
    runbook: 'flux-object-missing',
  };
}
