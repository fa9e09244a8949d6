import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  Entity,
  getEntitySourceLocation,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { fetchContents } from '@backstage/plugin-scaffolder-node';
import { RepositoryFile } from '@tenantry/plugin-tenants-node';
import { readTemplateDirectory } from '@tenantry/rendering';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const timeoutMs = 20_000;

/**
 * Reads the folder of a template from where the catalog found it, on disk or at a forge.
 *
 * @throws InputError when the template is somewhere else.
 * @throws ServiceUnavailableError when the forge does not answer within 20 s.
 */
export async function readTemplateFiles(
  template: Entity,
  options: { urlReader: UrlReaderService; integrations: ScmIntegrations },
): Promise<RepositoryFile[]> {
  const baseUrl = baseUrlOf(template);
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-template-'));
  const outputPath = join(directory, 'template');
  const fetching = fetchContents({
    reader: options.urlReader,
    integrations: options.integrations,
    baseUrl,
    fetchUrl: '.',
    outputPath,
  });
  try {
    await inTime(fetching);
    return await readTemplateDirectory(outputPath);
  } finally {
    // A fetch that is late must not write into a folder that is gone.
    void fetching
      .catch(() => undefined)
      .then(() => rm(directory, { recursive: true, force: true }));
  }
}

function baseUrlOf(template: Entity): string {
  const { type, target } = getEntitySourceLocation(template);
  if (type === 'url') {
    return target;
  }
  if (type === 'file') {
    return `file://${target}`;
  }
  throw new InputError(
    `${stringifyEntityRef(
      template,
    )} is at a location of type "${type}", which cannot be previewed.`,
  );
}

async function inTime(fetching: Promise<void>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  const late = delay(timeoutMs, undefined, { signal }).then(() => {
    throw new ServiceUnavailableError(
      `The template could not be read within ${timeoutMs / 1000} s.`,
    );
  });
  try {
    await Promise.race([fetching, late]);
  } finally {
    controller.abort();
    await late.catch(() => undefined);
  }
}
