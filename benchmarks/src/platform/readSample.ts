import { LoggerService } from '@backstage/backend-plugin-api';
import { startPlatform } from '@tenantry/local-platform';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelObjects, readModel } from './copyObjects';

/**
 * Starts the sample platform at a standing clock, takes a picture of the model in each cluster, and
 * stops the platform again. The picture is kept in the directory for the next time.
 *
 * @returns by name of the cluster.
 */
export async function readSample(options: {
  directory: string;
  logger: LoggerService;
}): Promise<Map<string, ModelObjects>> {
  const picture = join(options.directory, 'sample.json');
  if (!existsSync(picture)) {
    const objects = await takePicture(options);
    await writeFile(picture, JSON.stringify([...objects]));
  }
  return new Map(JSON.parse(await readFile(picture, 'utf8')));
}

async function takePicture(options: {
  directory: string;
  logger: LoggerService;
}): Promise<Map<string, ModelObjects>> {
  const platform = await startPlatform({
    dataDirectory: join(options.directory, 'sample'),
    port: 0,
    portalUrl: 'http://localhost:1',
    standing: true,
    logger: options.logger,
  });
  try {
    return new Map(
      platform.clusters.map(({ name, store }) => [name, readModel(store)]),
    );
  } finally {
    await platform.close();
  }
}
