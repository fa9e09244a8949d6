import { chartRepository } from './charts';
import { PlatformAddresses } from './addresses';

const version = '{{ index .spec.versions "splice" }}';

/** One Application for each tenant environment: its manifests and the two Splice charts. */
export function sampleApplicationSet({ repositoryUrl }: PlatformAddresses) {
  const repository = { repoURL: repositoryUrl, targetRevision: 'main' };
  const chart = (name: 'participant' | 'validator') => ({
    repoURL: chartRepository,
    chart: `splice-${name}`,
    targetRevision: version,
    helm: {
      releaseName: name,
      valueFiles: [`$values/{{ .path.path }}/values/${name}.yaml`],
    },
  });
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'tenant-environments', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: {
            repoURL: repositoryUrl,
            revision: 'main',
            files: [{ path: 'clients/*/*/tenant.yaml' }],
          },
        },
      ],
      template: {
        metadata: {
          name: '{{ .spec.application }}',
          labels: {
            'tenantry.dev/tenant': '{{ .spec.tenant }}',
            'tenantry.dev/environment': '{{ .spec.environment }}',
          },
        },
        spec: {
          project: '{{ .spec.tenant }}',
          destination: {
            name: '{{ .spec.cluster }}',
            namespace: '{{ .spec.namespace }}',
          },
          sources: [
            { ...repository, path: '{{ .path.path }}/manifests' },
            chart('participant'),
            chart('validator'),
            { ...repository, ref: 'values' },
          ],
          syncPolicy: { automated: { prune: true, selfHeal: true } },
          // A suspended tenant environment is scaled to zero from outside.
          ignoreDifferences: [
            {
              group: 'apps',
              kind: 'Deployment',
              jsonPointers: ['/spec/replicas'],
            },
          ],
        },
      },
    },
  };
}
