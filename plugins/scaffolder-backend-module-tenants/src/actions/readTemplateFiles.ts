import { dirname } from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { isTemplatePath, readTemplateDirectory } from '@tenantry/rendering';

const fileScheme = 'file://';
const readTimeoutMs = 30_000;

/**
 * Reads the folder of the template that a task runs.
 *
 * @param baseUrl - address of its `template.yaml`, as the catalog has it
 * @throws InputError when the address is of a host without an integration.
 */
export async function readTemplateFiles(
  baseUrl: string,
  options: {
    urlReader: UrlReaderService;
    integrations: ScmIntegrationRegistry;
  },
): Promise<RepositoryFile[]> {
  // As Backstage writes it: the path as it is, without percent encoding.
  if (baseUrl.startsWith(fileScheme)) {
    return readTemplateDirectory(dirname(baseUrl.slice(fileScheme.length)));
  }
  if (!options.integrations.byUrl(baseUrl)) {
    throw new InputError(`There is no integration for the host of ${baseUrl}.`);
  }
  const tree = await options.urlReader.readTree(
    options.integrations.resolveUrl({ url: '.', base: baseUrl }),
    { filter: isTemplatePath, signal: AbortSignal.timeout(readTimeoutMs) },
  );
  const files = await tree.files();
  return Promise.all(
    files.map(async file => ({
      path: file.path,
      content: (await file.content()).toString('utf8'),
    })),
  );
}
