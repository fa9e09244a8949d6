import {
  isDescriptorPath,
  parseRegistry,
  RepositoryFile,
} from '@tenantry/plugin-tenants-node';
import { renderChange, TenantTemplate } from '@tenantry/rendering';
import { SampleClient, sampleClients } from './sampleClients';

/**
 * Renders every sample client with the template that new clients are made with, on top of the
 * platform's own files.
 *
 * @throws Error when the template refuses one of them.
 */
export function clientFiles(
  template: TenantTemplate,
  platform: readonly RepositoryFile[],
): RepositoryFile[] {
  return sampleClients.reduce<RepositoryFile[]>(
    (files, client) => [
      ...files,
      ...renderClient(template, [...platform, ...files], client),
    ],
    [],
  );
}

function renderClient(
  template: TenantTemplate,
  repository: readonly RepositoryFile[],
  client: SampleClient,
): RepositoryFile[] {
  const { files, findings } = renderChange({
    template,
    values: valuesOf(client),
    registry: parseRegistry(
      repository.filter(({ path }) => isDescriptorPath(path)),
    ),
  });
  if (findings.length > 0) {
    const messages = findings.map(({ message }) => message).join(' ');
    throw new Error(
      `The sample client ${client.client} is refused. ${messages}`,
    );
  }
  return files.map(({ path, content = '' }) => ({ path, content }));
}

function valuesOf(client: SampleClient): Record<string, unknown> {
  const { client: name, title, environments, size, suspended = false } = client;
  const organization = name.split('-')[0];
  const networks = allowList(sampleClients.indexOf(client));
  return {
    client: name,
    title,
    contacts: [`canton@${organization}.example.com`],
    environments,
    size,
    suspended,
    allowList: Object.fromEntries(
      environments.map(environment => [environment, networks]),
    ),
  };
}

/** Networks from the ranges for documentation (RFC 5737, RFC 3849), so that they are nobody's. */
function allowList(index: number): string[] {
  return [
    `203.0.113.${index * 16}/28`,
    `2001:db8:${(index + 1).toString(16)}::/48`,
  ];
}
