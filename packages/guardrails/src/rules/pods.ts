import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';
import { asList, asRecord, Placed, pointer, valuesAt } from '../json';
import { manifestFinding } from '../report';
import {
  Container,
  containersOf,
  PodTemplate,
  podTemplate,
} from './podTemplates';

interface Problem {
  path: string;
  message: string;
  help: string;
}

/** Pods have no part of their node, and no more rights than they need. */
export function podFindings({ environments }: Inspection): Finding[] {
  return environments.flatMap(({ manifests }) =>
    manifests.flatMap(manifest => {
      const template = podTemplate(manifest);
      const problems = template
        ? [...podProblems(template), ...containerProblems(template)]
        : [];
      return problems.map(problem =>
        manifestFinding(manifest, { rule: 'pod-security', ...problem }),
      );
    }),
  );
}

const hostFields = ['hostNetwork', 'hostPID', 'hostIPC'];

function podProblems({ spec, path }: PodTemplate): Problem[] {
  return [
    ...hostFields
      .filter(field => spec[field] === true)
      .map(field => ({
        path: path + pointer(field),
        message: `${field} gives the pod a part of its node.`,
        help: `Leave ${field} out.`,
      })),
    ...placed(spec, path, 'volumes.*.hostPath').map(place => ({
      path: place.path,
      message: 'a hostPath gives the pod files of its node.',
      help: 'Use a volume claim, an emptyDir or a projected volume.',
    })),
    ...unsafeContext(asRecord(spec.securityContext), path),
  ];
}

function containerProblems(template: PodTemplate): Problem[] {
  const podContext = asRecord(template.spec.securityContext);
  return containersOf(template).flatMap(container => {
    const context = asRecord(container.object.securityContext);
    return [
      ...rightsProblems(container),
      ...rootProblems(container, { ...podContext, ...context }),
      ...unsafeContext(context, container.path),
      ...placed(container.object, container.path, 'ports.*.hostPort')
        .filter(({ value }) => value !== 0)
        .map(({ path }) => ({
          path,
          message: 'a hostPort opens a port of the node.',
          help: 'Leave hostPort out, and use a Service.',
        })),
    ];
  });
}

function rightsProblems({ object, path }: Container): Problem[] {
  const context = asRecord(object.securityContext);
  const at = (...keys: string[]) => path + pointer('securityContext', ...keys);
  const problems: Problem[] = [];
  if (context.privileged === true) {
    problems.push({
      path: at('privileged'),
      message: 'a privileged container is as good as root on its node.',
      help: 'Leave privileged out.',
    });
  }
  if (context.allowPrivilegeEscalation !== false) {
    problems.push({
      path: at('allowPrivilegeEscalation'),
      message: 'the container may gain more rights than it starts with.',
      help: 'Write allowPrivilegeEscalation: false.',
    });
  }
  if (asList(asRecord(context.capabilities).add).length > 0) {
    problems.push({
      path: at('capabilities', 'add'),
      message: 'the container adds capabilities.',
      help: 'Leave capabilities.add out.',
    });
  }
  return problems;
}

function rootProblems(
  { path }: Container,
  context: Record<string, unknown>,
): Problem[] {
  return context.runAsNonRoot === true && context.runAsUser !== 0
    ? []
    : [
        {
          path: path + pointer('securityContext', 'runAsNonRoot'),
          message: 'the container may run as root.',
          help: 'Write runAsNonRoot: true for the pod or the container, and no runAsUser: 0.',
        },
      ];
}

/** What takes a pod out of the sandbox of its runtime. */
function unsafeContext(
  context: Record<string, unknown>,
  path: string,
): Problem[] {
  const rules: [boolean, string[]][] = [
    [
      asRecord(context.seccompProfile).type === 'Unconfined',
      ['seccompProfile', 'type'],
    ],
    [
      asRecord(context.appArmorProfile).type === 'Unconfined',
      ['appArmorProfile', 'type'],
    ],
    [
      asRecord(context.windowsOptions).hostProcess === true,
      ['windowsOptions', 'hostProcess'],
    ],
    [context.procMount === 'Unmasked', ['procMount']],
  ];
  return rules
    .filter(([isBroken]) => isBroken)
    .map(([, keys]) => ({
      path: path + pointer('securityContext', ...keys),
      message: `${keys.join('.')} takes the pod out of its sandbox.`,
      help: `Leave ${keys[0]} out, or write RuntimeDefault where that exists.`,
    }));
}

function placed(object: unknown, prefix: string, path: string): Placed[] {
  return valuesAt(object, path).map(place => ({
    ...place,
    path: prefix + place.path,
  }));
}
