import {
  EnvironmentDescriptor,
  TenantEnvironmentDescriptor,
} from '@tenantry/plugin-tenants-common';
import { Registry } from '@tenantry/plugin-tenants-node';
import { compareVersions } from '../registrySource/compareVersions';
import { VersionsSummary } from '../status';

/** In the list of what is behind; no version has this name. */
const template = 'template';

/** The newest version of each template, by name. */
export type TemplateVersions = ReadonlyMap<string, string>;

/**
 * The newest versions among those that the tenants of the registry were written by and those that
 * are offered.
 */
export function newestTemplates(
  registry: Registry,
  offered: TemplateVersions,
): TemplateVersions {
  const newest = new Map(offered);
  for (const { descriptor } of registry.tenantEnvironments.values()) {
    const { name, version } = descriptor.spec.template;
    const known = newest.get(name);
    if (known === undefined || isOlder(known, version)) {
      newest.set(name, version);
    }
  }
  return newest;
}

/** The versions of a tenant environment, and which of them are behind. */
export function summarizeVersions(
  { spec }: TenantEnvironmentDescriptor,
  environment: EnvironmentDescriptor | undefined,
  newest: TemplateVersions,
): VersionsSummary {
  const network = environment?.spec.network ?? {};
  const behind = Object.entries(spec.versions).flatMap(([name, version]) => {
    const current = network[`${name}Version`];
    return current !== undefined && isOlder(version, String(current))
      ? [name]
      : [];
  });
  const { name, version } = spec.template;
  return {
    versions: spec.versions,
    templateVersion: version,
    behind: isOlder(version, newest.get(name) ?? version)
      ? [...behind, template]
      : behind,
  };
}

/** What cannot be compared is not called older; the check of the version says that. */
function isOlder(version: string, than: string): boolean {
  return (compareVersions(version, than) ?? 0) < 0;
}
