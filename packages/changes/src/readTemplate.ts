import { dirname, join } from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import {
  baseTemplateOf,
  isTemplatePath,
  loadTemplate,
  readTemplateDirectory,
  TenantTemplate,
} from '@tenantry/rendering';

/** @public */
export interface ReadTemplateOptions {
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
  signal?: AbortSignal;
}

const fileScheme = 'file://';
const readTimeoutMs = 30_000;
const maximumFiles = 500;
const maximumBytes = 10 * 1024 * 1024;

/**
 * Reads a template of tenants from where the catalog found it, on disk or at a forge, together with
 * the template whose skeleton it renders.
 *
 * @param baseUrl - address of its `template.yaml`, as the catalog has it
 * @throws InputError when the template is wrong, or at a host without an integration.
 * @throws Error of the URL reader when the forge does not answer within 30 s, or refuses.
 * @public
 */
export async function readTemplate(
  baseUrl: string,
  options: ReadTemplateOptions,
): Promise<TenantTemplate> {
  const files = await readFolder(baseUrl, '.', options);
  const folder = baseTemplateOf(files);
  const baseFiles =
    folder === undefined
      ? undefined
      : await readBaseFolder(baseUrl, folder, options);
  return loadTemplate(files, baseFiles);
}

async function readBaseFolder(
  baseUrl: string,
  folder: string,
  options: ReadTemplateOptions,
): Promise<RepositoryFile[]> {
  try {
    return await readFolder(baseUrl, folder, options);
  } catch (error) {
    throw new InputError(
      `The template renders the skeleton of ${folder}, which cannot be read. It has to be beside the template; a dry run of the editor has the template's own folder only.`,
      error,
    );
  }
}

async function readFolder(
  baseUrl: string,
  folder: string,
  options: ReadTemplateOptions,
): Promise<RepositoryFile[]> {
  // As Backstage writes it: the path as it is, without percent encoding.
  if (baseUrl.startsWith(fileScheme)) {
    const own = dirname(baseUrl.slice(fileScheme.length));
    return readTemplateDirectory(join(own, folder));
  }
  const { integrations, urlReader, signal } = options;
  if (!integrations.byUrl(baseUrl)) {
    throw new InputError(`There is no integration for the host of ${baseUrl}.`);
  }
  const timeout = AbortSignal.timeout(readTimeoutMs);
  const sizes = new Map<string, number>();
  const tree = await urlReader.readTree(
    integrations.resolveUrl({ url: `${folder}/`, base: baseUrl }),
    {
      filter(path, info) {
        const isWanted = isTemplatePath(path);
        if (isWanted) {
          sizes.set(path, info?.size ?? 0);
        }
        return isWanted && !isTooMuch(sizes);
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    },
  );
  const files = await tree.files();
  if (isTooMuch(sizes)) {
    throw new InputError(
      `The template at ${baseUrl} has more than ${maximumFiles} files or ${maximumBytes} bytes.`,
    );
  }
  return Promise.all(
    files.map(async file => ({
      path: file.path,
      content: (await file.content()).toString('utf8'),
    })),
  );
}

function isTooMuch(sizes: ReadonlyMap<string, number>): boolean {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return sizes.size > maximumFiles || total > maximumBytes;
}
