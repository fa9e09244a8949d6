import {
  compareHealth,
  GitOpsDeployment,
} from '@tenantry/plugin-tenants-common';
import {
  NamespaceView,
  ObservedCheck,
  TenantBinding,
} from '@tenantry/plugin-tenants-node';
import { FluxConfig } from './config';
import {
  judgeFluxObject,
  judgeWithSource,
  Outcomes,
  sourceState,
} from './health';
import { helmRelease, HelmReleaseProjection } from './objects';
import { unseen } from './unseen';

interface ReleaseOptions extends FluxConfig {
  now: Date;
  outcomes: Outcomes;
  viewOf(namespace: string): NamespaceView;
}

const maximumChecks = 100;

/** The HelmReleases in the namespace of a tenant environment; of very many, the least well. */
export function observeReleases(
  { namespace }: TenantBinding,
  options: ReleaseOptions,
): { checks: ObservedCheck[]; history: GitOpsDeployment[] } {
  const view = options.viewOf(namespace);
  const releases = [...view.objects(helmRelease)];
  const blind = unseen(helmRelease, view);
  const unknown: ObservedCheck[] = blind
    ? [{ id: 'helmrelease/all', health: 'Unknown', ...blind }]
    : [];
  const judged = releases.map(([name, release]) => ({
    id: `helmrelease/${name}`,
    object: `HelmRelease/${name}`,
    ...judgeRelease(`HelmRelease ${namespace}/${name}`, release, options),
  }));
  return {
    checks: [
      ...unknown,
      ...judged
        .sort((left, right) => compareHealth(right.health, left.health))
        .slice(0, maximumChecks),
    ],
    history: releases.flatMap(([, { history }]) => history),
  };
}

function judgeRelease(
  key: string,
  release: HelmReleaseProjection,
  options: ReleaseOptions,
) {
  const judgement = judgeFluxObject(release, {
    ...options,
    runbook: 'flux-release-failed',
  });
  return judgeWithSource(
    options.outcomes.steady(key, release, judgement),
    sourceState(release.source, options),
  );
}
