import { argocdNamespace } from '../gitops/applications/Application';
import { ObjectStore } from '../kubernetes';

/**
 * Puts the first Application onto the hub, as an operator does once by hand: it applies the
 * directory `hub/` of the repository, and everything else follows from that.
 */
export function bootstrapHub(hub: ObjectStore, repositoryUrl: string): void {
  const apiVersion = 'argoproj.io/v1alpha1';
  const argo = (kind: string) => ({ group: 'argoproj.io', kind });
  const metadata = { name: 'platform', namespace: argocdNamespace };
  hub.create({
    apiVersion,
    kind: 'AppProject',
    metadata,
    spec: {
      description: 'What the GitOps engine itself works with.',
      sourceRepos: [repositoryUrl],
      destinations: [argocdNamespace, 'keycloak'].map(namespace => ({
        name: 'hub',
        namespace,
      })),
      namespaceResourceWhitelist: [
        argo('AppProject'),
        argo('ApplicationSet'),
        { group: 'k8s.keycloak.org', kind: 'KeycloakRealmImport' },
      ],
    },
  });
  hub.create({
    apiVersion,
    kind: 'Application',
    metadata,
    spec: {
      project: 'platform',
      destination: { name: 'hub', namespace: argocdNamespace },
      source: {
        repoURL: repositoryUrl,
        targetRevision: 'main',
        path: 'hub',
        directory: { recurse: true },
      },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  });
}
