import { Finding } from '@tenantry/plugin-tenants-common';
import { EnvironmentFolder, Inspection } from '../inspection/Inspection';
import { isManifestPath } from '../inspection/tenantPaths';
import { asList, asRecord, isRecord, pointer } from '../json';

const allowedFields = [
  'apiVersion',
  'kind',
  'metadata',
  'namespace',
  'labels',
  'resources',
];
const fileNamePattern = /^[A-Za-z0-9_][A-Za-z0-9._-]*\.(ya?ml|json)$/;

/** A kustomization collects the files of its folder for one namespace, and does nothing else. */
export function kustomizationFindings({
  environments,
  files,
}: Inspection): Finding[] {
  const paths = files.map(({ path }) => path).filter(isManifestPath);
  return environments.flatMap(folder => {
    const file = `${folder.path}/manifests/kustomization.yaml`;
    const names = paths
      .filter(path => path.startsWith(`${folder.path}/manifests/`))
      .map(path => path.slice(`${folder.path}/manifests/`.length))
      .filter(name => name !== 'kustomization.yaml');
    return [
      ...contentFindings(folder, file),
      ...resourceFindings(folder, file, names),
    ].map(finding => ({ rule: 'kustomization', file, ...finding }));
  });
}

type Problem = Pick<Finding, 'path' | 'message' | 'help'> & { file?: string };

function contentFindings(
  { kustomization, binding }: EnvironmentFolder,
  file: string,
): Problem[] {
  if (!kustomization) {
    return [
      {
        message: `${file} is missing or cannot be read.`,
        help: 'Add a kustomization that lists the files of its folder.',
      },
    ];
  }
  const [content, ...others] = kustomization.documents;
  if (!isRecord(content) || others.length > 0) {
    return [
      {
        message: `${file} has to hold one document with one mapping.`,
        help: 'Leave only the kustomization in it.',
      },
    ];
  }
  return [
    ...typeFindings(content),
    ...unknownFields(content),
    ...(content.namespace === binding.namespace
      ? []
      : [
          {
            path: '/namespace',
            message: `/namespace is ${JSON.stringify(
              content.namespace ?? 'absent',
            )}, but the namespace is "${binding.namespace}".`,
            help: `Write namespace: ${binding.namespace}.`,
          },
        ]),
  ];
}

function typeFindings({
  apiVersion,
  kind,
}: Record<string, unknown>): Problem[] {
  return apiVersion === 'kustomize.config.k8s.io/v1beta1' &&
    kind === 'Kustomization'
    ? []
    : [
        {
          path: '/kind',
          message:
            'The file is no kustomize.config.k8s.io/v1beta1 Kustomization.',
          help: 'Write its apiVersion and kind.',
        },
      ];
}

function unknownFields(content: Record<string, unknown>): Problem[] {
  return Object.keys(content)
    .filter(field => !allowedFields.includes(field))
    .map(field => ({
      path: pointer(field),
      message: `/${field} is not allowed: what is applied has to stand in the files as it is.`,
      help: `Leave ${field} out, and write what it does into the manifests.`,
    }));
}

function resourceFindings(
  { kustomization, path: folder }: EnvironmentFolder,
  file: string,
  names: readonly string[],
): Problem[] {
  if (!kustomization) {
    return [];
  }
  const listed = asList(asRecord(kustomization.documents[0]).resources);
  const unlisted = names.filter(name => !listed.includes(name));
  return [
    ...listed.flatMap((entry, index) =>
      resourceFinding(entry, index, { names, listed }),
    ),
    ...unlisted.map(name => ({
      file: `${folder}/manifests/${name}`,
      message: `${name} is not listed in ${file}, so that nobody would apply it.`,
      help: 'List it under resources, or delete it.',
    })),
  ];
}

function resourceFinding(
  entry: unknown,
  index: number,
  { names, listed }: { names: readonly string[]; listed: unknown[] },
): Problem[] {
  const problem = explainEntry(entry, names);
  const isRepeated = listed.indexOf(entry) < index;
  if (!problem && !isRepeated) {
    return [];
  }
  return [
    {
      path: pointer('resources', index),
      message: `${JSON.stringify(entry)} ${problem ?? 'is listed twice'}.`,
      help: 'List the files of this folder by their names, each once.',
    },
  ];
}

function explainEntry(
  entry: unknown,
  names: readonly string[],
): string | undefined {
  if (typeof entry !== 'string' || !fileNamePattern.test(entry)) {
    return 'is no file of this folder; folders and remote places are not allowed';
  }
  return names.includes(entry) ? undefined : 'does not exist';
}
