import { Health } from '@tenantry/plugin-tenants-common';
import { KubernetesObject, textAt } from '@tenantry/plugin-tenants-node';
import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { helmRelease, kustomization, sourceKinds } from '../objects';
import { judgeFluxObject } from '.';

const now = new Date('2026-03-01T12:00:00Z');
const stuckAfterMs = 30 * 60_000;
const fixtures = join(__dirname, '__fixtures__');
const kinds = [kustomization, helmRelease, ...sourceKinds.values()];

/** Situation, expected health and reason, and what the message has to say. */
const situations: [string, Health, string?, RegExp?][] = [
  ['kustomization-applied', 'Healthy'],
  ['kustomization-new', 'Progressing', 'NotReconciled', /its controller/],
  ['kustomization-without-status', 'Progressing', 'NotReconciled'],
  ['kustomization-changed-and-not-taken-up', 'Progressing', 'NotReconciled'],
  [
    'kustomization-failed-for-an-earlier-specification',
    'Progressing',
    'NotReconciled',
  ],
  [
    'kustomization-reconciling',
    'Progressing',
    'Progressing',
    /Running health checks/,
  ],
  [
    'kustomization-reconciling-for-an-hour',
    'Degraded',
    'Stuck',
    /since 2026-03-01 11:00 UTC: Running health checks\. Mend/,
  ],
  [
    'kustomization-waiting-for-dependency',
    'Progressing',
    'DependencyNotReady',
    /infrastructure/,
  ],
  [
    'kustomization-waiting-for-dependency-for-an-hour',
    'Degraded',
    'Stuck',
    /infrastructure/,
  ],
  [
    'kustomization-build-failed',
    'Degraded',
    'BuildFailed',
    /missing metadata\.name\. Correct it in Git/,
  ],
  [
    'kustomization-first-build-failed',
    'Degraded',
    'BuildFailed',
    /path not found/,
  ],
  [
    'kustomization-health-check-failed',
    'Degraded',
    'HealthCheckFailed',
    /Deployment\/acme-01-devnet\/participant/,
  ],
  ['kustomization-stalled', 'Degraded', 'InvalidSource', /not supported/],
  ['kustomization-suspended', 'Suspended', 'Suspended', /Resume it/],
  ['kustomization-suspended-while-failing', 'Suspended', 'Suspended'],
  ['helmrelease-deployed', 'Healthy'],
  ['helmrelease-upgrading', 'Progressing', 'Progressing', /'upgrade' action/],
  ['helmrelease-install-failed', 'Degraded', 'RetriesExceeded', /after 1/],
  ['helmrelease-upgrade-failed', 'Degraded', 'UpgradeFailed', /immutable/],
  ['helmrelease-rolled-back', 'Degraded', 'RetriesExceeded', /upgrade/],
  ['helmrelease-test-failed', 'Degraded', 'TestFailed', /1 error/],
  ['helmrelease-chart-not-ready', 'Degraded', 'SourceNotReady', /HelmChart/],
  ['helmrelease-suspended', 'Suspended', 'Suspended'],
  ['gitrepository-fetched', 'Healthy'],
  [
    'gitrepository-authentication-failed',
    'Degraded',
    'GitOperationFailed',
    /authentication required/,
  ],
  ['gitrepository-suspended', 'Suspended', 'Suspended'],
  [
    'ocirepository-tag-not-found',
    'Degraded',
    'OCIArtifactPullFailed',
    /manifest unknown/,
  ],
  ['helmrepository-index-not-found', 'Degraded', 'Failed', /404/],
  [
    'helmchart-version-not-found',
    'Degraded',
    'InvalidChartReference',
    /invalid chart reference/,
  ],
  ['bucket-not-found', 'Degraded', 'BucketOperationFailed', /not found/],
];

function judge(object: KubernetesObject) {
  const kind = kinds.find(each => each.kind === textAt(object, 'kind'))!;
  return judgeFluxObject(kind.project(object), {
    now,
    stuckAfterMs,
    runbook: 'flux-reconciliation-failed',
  });
}

describe('judgeFluxObject', () => {
  it.each(
    situations.map(([name, health, reason = '', message = /^/]) => ({
      name,
      health,
      reason,
      message,
    })),
  )('$name is $health', ({ name, health, reason, message }) => {
    const text = readFileSync(join(fixtures, `${name}.yaml`), 'utf8');
    const judgement = judge(parse(text));
    expect(judgement.health).toBe(health);
    expect(judgement.reason ?? '').toBe(reason);
    expect(judgement.message ?? '').toMatch(message);
  });

  it('has an expectation for each fixture', () => {
    expect(
      readdirSync(fixtures)
        .map(file => file.replace('.yaml', ''))
        .sort(),
    ).toEqual(situations.map(([name]) => name).sort());
  });

  it('is never Healthy by what it does not understand, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds.map(({ kind }) => kind)),
        fc.jsonValue(),
        fc.jsonValue(),
        (kind, spec, status) => {
          const metadata = { name: 'x', namespace: 'y', generation: 1 };
          const judgement = judge({ kind, metadata, spec, status } as never);
          expect(judgement.health).not.toBe('Healthy');
        },
      ),
    );
  });

  it.each([
    'flux-suspended',
    'flux-source-failed',
    'flux-reconciliation-failed',
    'flux-release-failed',
    'flux-object-missing',
    'flux-destination-mismatch',
  ])('has the runbook %s', runbook => {
    const folder = resolve(__dirname, '../../../../docs/runbooks');
    expect(existsSync(join(folder, `${runbook}.md`))).toBe(true);
  });
});
