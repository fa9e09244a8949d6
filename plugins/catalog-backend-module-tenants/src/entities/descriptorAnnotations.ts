import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { DESCRIPTOR_ANNOTATION } from '@tenantry/plugin-tenants-common';

/**
 * Says where an entity comes from, in our words and in those of the catalog.
 *
 * @param registryUrl - Address of the repository's root, ending with a slash.
 * @param file - Descriptor, relative to the repository's root.
 */
export function descriptorAnnotations(
  registryUrl: string,
  file: string,
): Record<string, string> {
  const location = `url:${registryUrl}${file}`;
  return {
    [DESCRIPTOR_ANNOTATION]: file,
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    [ANNOTATION_SOURCE_LOCATION]: `url:${directoryUrl(registryUrl, file)}`,
  };
}

/**
 * Returns the descriptor of an entity that was made of one, and `undefined` for any other entity,
 * one that only carries the annotation included.
 */
export function descriptorOf(
  entity: Entity,
  registryUrl: string,
): string | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const file = annotations[DESCRIPTOR_ANNOTATION];
  return annotations[ANNOTATION_ORIGIN_LOCATION] === `url:${registryUrl}${file}`
    ? file
    : undefined;
}

/** Address of the directory that holds a file, ending with a slash. */
export function directoryUrl(registryUrl: string, file: string): string {
  return `${registryUrl}${file.slice(0, file.lastIndexOf('/') + 1)}`;
}
