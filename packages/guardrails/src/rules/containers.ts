import { Finding } from '@tenantry/plugin-tenants-common';
import { Inspection } from '../inspection/Inspection';
import { asRecord, pointer } from '../json';
import { manifestFinding } from '../report';
import {
  Container,
  containersOf,
  PodTemplate,
  podTemplate,
} from './podTemplates';

const neededResources = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['limits', 'memory'],
];

/** Each container says what it needs, and which image it is made of. */
export function containerFindings({ environments }: Inspection): Finding[] {
  return environments
    .flatMap(({ manifests }) => manifests)
    .map(podTemplate)
    .filter(template => template !== undefined)
    .flatMap(template =>
      containersOf(template).flatMap(container => [
        ...resourceFindings(container, template),
        ...imageFindings(container, template),
      ]),
    );
}

function resourceFindings(
  { object, path }: Container,
  { manifest }: PodTemplate,
): Finding[] {
  const resources = asRecord(object.resources);
  return neededResources
    .filter(([list, name]) => asRecord(resources[list])[name] === undefined)
    .map(keys =>
      manifestFinding(manifest, {
        rule: 'container-resources',
        path: path + pointer('resources', ...keys),
        message: `the container "${object.name}" has no resources.${keys.join(
          '.',
        )}.`,
        help: 'Say what the container needs, and how much memory it may take.',
      }),
    );
}

function imageFindings(
  { object, path }: Container,
  { manifest, annotations }: PodTemplate,
): Finding[] {
  const { image } = object;
  if (
    typeof image !== 'string' ||
    isPinned(image) ||
    isInjected(image, annotations)
  ) {
    return [];
  }
  return [
    manifestFinding(manifest, {
      rule: 'container-image',
      path: path + pointer('image'),
      message: `the image "${image}" stands for another one every day.`,
      help: 'Name a version or a digest, and not latest.',
    }),
  ];
}

function isPinned(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  if (name.includes('@sha256:')) {
    return true;
  }
  const tag = name.split(':')[1];
  return tag !== undefined && tag !== '' && tag !== 'latest';
}

/** Istio puts its own image in the place of `auto` when it injects a gateway. */
function isInjected(
  image: string,
  annotations: Record<string, unknown>,
): boolean {
  return (
    image === 'auto' && annotations['inject.istio.io/templates'] !== undefined
  );
}
