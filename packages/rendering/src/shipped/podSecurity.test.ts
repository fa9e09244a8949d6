import { allManifestsOf, Manifest, valuesOf } from './__fixtures__/manifests';

describe('the pods of the shipped template', () => {
  it('are to keep the Pod Security Standard "restricted"', async () => {
    const manifests = await allManifestsOf('minimal', 'devnet');
    const namespace = manifests.find(({ kind }) => kind === 'Namespace')!;

    expect(namespace.metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted',
    });
  });

  it('keep it, and have no token of the Kubernetes API', async () => {
    const manifests = await allManifestsOf('all-environments', 'mainnet');
    const pods = manifests.flatMap(podSpecOf);
    const accounts = manifests.filter(({ kind }) => kind === 'ServiceAccount');

    expect(pods).toHaveLength(2);
    for (const pod of pods) {
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const container of containersOf(pod)) {
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources).toEqual({
          requests: {
            cpu: expect.any(String),
            memory: expect.any(String),
          },
          limits: { memory: expect.any(String) },
        });
      }
    }
    expect(
      accounts.filter(
        account =>
          (account as { automountServiceAccountToken?: boolean })
            .automountServiceAccountToken !== false,
      ),
    ).toEqual([]);
  });

  it('are told to the charts where their own settings do not suffice', async () => {
    const participant = await valuesOf('minimal', 'participant');
    const validator = await valuesOf('minimal', 'validator');
    const ownUser = { runAsNonRoot: true, runAsUser: 101, runAsGroup: 101 };

    expect(participant.securityContexts.pod).toEqual({ runAsNonRoot: true });
    expect(participant.securityContexts.persistence.runAsUser).toBe(999);
    expect(validator.securityContexts).toMatchObject({
      pod: { runAsNonRoot: true },
      walletWebUi: ownUser,
      containers: { walletWebUi: ownUser, ansWebUi: ownUser },
    });
  });
});

function podSpecOf({ kind, spec }: Manifest): Record<string, any>[] {
  switch (kind) {
    case 'Deployment':
      return [spec!.template.spec];
    case 'CronJob':
      return [spec!.jobTemplate.spec.template.spec];
    default:
      return [];
  }
}

function containersOf(pod: Record<string, any>): Record<string, any>[] {
  return [...(pod.initContainers ?? []), ...pod.containers];
}
