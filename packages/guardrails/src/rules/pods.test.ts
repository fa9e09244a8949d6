import { brokenBy, places } from '../__fixtures__/checkEdit';

const { workload } = places;
const spec = '/spec/template/spec';
const container = `${spec}/containers/0`;

/** What is found when the pods of the Deployment are edited. */
const broken = (edit: (pod: any, object: any) => void) =>
  brokenBy({
    [workload]: (_account, deployment) =>
      edit(deployment.spec.template.spec, deployment),
  });

describe('pods', () => {
  it.each<[string, (pod: any) => void, string[]]>([
    ...['hostNetwork', 'hostPID', 'hostIPC'].map<
      [string, (pod: any) => void, string[]]
    >(field => [
      field,
      pod => {
        pod[field] = true;
      },
      [`pod-security ${workload} ${spec}/${field}`],
    ]),
    [
      'files of the node',
      pod => {
        pod.volumes = [{ name: 'root', hostPath: { path: '/' } }];
      },
      [`pod-security ${workload} ${spec}/volumes/0/hostPath`],
    ],
    [
      'a port of the node',
      pod => {
        pod.containers[0].ports[0].hostPort = 80;
      },
      [`pod-security ${workload} ${container}/ports/0/hostPort`],
    ],
    [
      'privileges',
      pod => {
        pod.containers[0].securityContext.privileged = true;
      },
      [`pod-security ${workload} ${container}/securityContext/privileged`],
    ],
    [
      'more privileges later',
      pod => {
        delete pod.containers[0].securityContext.allowPrivilegeEscalation;
      },
      [
        `pod-security ${workload} ${container}/securityContext/allowPrivilegeEscalation`,
      ],
    ],
    [
      'more capabilities',
      pod => {
        pod.containers[0].securityContext.capabilities.add = ['NET_ADMIN'];
      },
      [
        `pod-security ${workload} ${container}/securityContext/capabilities/add`,
      ],
    ],
    [
      'perhaps root',
      pod => {
        delete pod.securityContext;
      },
      [`pod-security ${workload} ${container}/securityContext/runAsNonRoot`],
    ],
    [
      'root in one container',
      pod => {
        pod.containers[0].securityContext.runAsNonRoot = false;
      },
      [`pod-security ${workload} ${container}/securityContext/runAsNonRoot`],
    ],
    [
      'root by number',
      pod => {
        pod.securityContext.runAsUser = 0;
      },
      [`pod-security ${workload} ${container}/securityContext/runAsNonRoot`],
    ],
    [
      'no sandbox',
      pod => {
        pod.securityContext.seccompProfile = { type: 'Unconfined' };
      },
      [`pod-security ${workload} ${spec}/securityContext/seccompProfile/type`],
    ],
    [
      'a container without a sandbox',
      pod => {
        pod.containers[0].securityContext.procMount = 'Unmasked';
      },
      [`pod-security ${workload} ${container}/securityContext/procMount`],
    ],
    [
      'no resources',
      pod => {
        delete pod.containers[0].resources;
      },
      ['limits/memory', 'requests/cpu', 'requests/memory'].map(
        place =>
          `container-resources ${workload} ${container}/resources/${place}`,
      ),
    ],
    [
      'an init container without resources',
      pod => {
        pod.initContainers = [
          { ...pod.containers[0], name: 'init', resources: {} },
        ];
      },
      ['limits/memory', 'requests/cpu', 'requests/memory'].map(
        place =>
          `container-resources ${workload} ${spec}/initContainers/0/resources/${place}`,
      ),
    ],
    ...['web', 'web:latest', 'registry.example.com:5000/web', 'auto'].map<
      [string, (pod: any) => void, string[]]
    >(image => [
      `the image ${image}`,
      pod => {
        pod.containers[0].image = image;
      },
      [`container-image ${workload} ${container}/image`],
    ]),
    [
      'a token that nobody decided upon',
      pod => {
        delete pod.serviceAccountName;
      },
      [
        `service-account-token ${workload} ${spec}/automountServiceAccountToken`,
      ],
    ],
    [
      'a token in a volume',
      pod => {
        const sources = [{ serviceAccountToken: { path: 'token' } }];
        pod.volumes = [{ name: 'token', projected: { sources } }];
      },
      [
        `service-account-token ${workload} ${spec}/automountServiceAccountToken`,
      ],
    ],
    [
      'a token of the account of all',
      pod => {
        delete pod.serviceAccountName;
        pod.automountServiceAccountToken = true;
      },
      [
        `service-account-token ${workload} ${spec}/automountServiceAccountToken`,
      ],
    ],
  ])('are refused with %s', (_, edit, findings) => {
    expect(broken(edit)).toEqual(findings);
  });

  it.each<[string, (pod: any, object: any) => void]>([
    [
      'a token that they ask for',
      pod => {
        pod.automountServiceAccountToken = true;
      },
    ],
    [
      'a token for somebody else than Kubernetes',
      pod => {
        const token = { path: 'token', audience: 'https://vault.example.com' };
        const sources = [{ serviceAccountToken: token }];
        pod.volumes = [{ name: 'token', projected: { sources } }];
      },
    ],
    [
      'no token of the account of all',
      pod => {
        delete pod.serviceAccountName;
        pod.automountServiceAccountToken = false;
      },
    ],
    [
      'an image by its digest',
      pod => {
        pod.containers[0].image = `web@sha256:${'a'.repeat(64)}`;
      },
    ],
    [
      'the image that a mesh injects',
      (pod, { spec: { template } }) => {
        template.metadata.annotations = {
          'inject.istio.io/templates': 'gateway',
        };
        pod.containers[0].image = 'auto';
      },
    ],
  ])('are accepted with %s', (_, edit) => {
    expect(broken(edit)).toEqual([]);
  });

  it.each([
    ['v1', 'Pod', (pod: unknown) => pod, '/spec'],
    [
      'batch/v1',
      'Job',
      (pod: unknown) => ({ template: { spec: pod } }),
      '/spec/template/spec',
    ],
    [
      'batch/v1',
      'CronJob',
      (pod: unknown) => ({
        schedule: '0 0 * * *',
        jobTemplate: { spec: { template: { spec: pod } } },
      }),
      '/spec/jobTemplate/spec/template/spec',
    ],
  ])('are found in %s %s', (apiVersion, kind, toSpec, path) => {
    const findings = broken((pod, deployment) => {
      pod.hostNetwork = true;
      pod.restartPolicy = 'Never';
      deployment.apiVersion = apiVersion;
      deployment.kind = kind;
      deployment.spec = toSpec(pod);
    });
    expect(findings).toEqual([`pod-security ${workload} ${path}/hostNetwork`]);
  });
});
