import { JsonObject } from '@backstage/types';
import { join } from 'node:path';
import {
  freePlace,
  PortalPlace,
  PortalProcess,
  repositoryRoot,
} from './PortalProcess';

export interface SpawnPortalOptions {
  /** Where its databases and its configuration are. */
  directory: string;
  /** Token of a caller who is no user. */
  token: string;
  sessionSecret: string;
  /** Where it listens; any that is free by default. */
  place?: PortalPlace;
  /** Module that it runs, that of `npm start` by default. */
  main?: string;
  /** Files of the repository that are its configuration, `app-config.yaml` alone by default. */
  configFiles?: string[];
  /** What comes on top of them. */
  config(place: PortalPlace): JsonObject;
  /** Variables that the configuration reads, besides those of `app-config.yaml`. */
  env?: Readonly<Record<string, string>>;
}

/** The whole portal, as `npm start` runs it, with all that it can log. */
export async function spawnPortal({
  directory,
  token,
  sessionSecret,
  place: givenPlace,
  main = join(repositoryRoot, 'packages/backend/src/index.ts'),
  configFiles = ['app-config.yaml'],
  config,
  env,
}: SpawnPortalOptions): Promise<PortalProcess> {
  const place = givenPlace ?? (await freePlace());
  return PortalProcess.spawn({
    place,
    main,
    directory,
    configFiles: configFiles.map(name => join(repositoryRoot, name)),
    config: config(place),
    env: {
      LOG_LEVEL: 'debug',
      TENANTRY_PORTAL_URL: place.url,
      TENANTRY_PORTAL_PORT: String(place.port),
      TENANTRY_DATABASE_DIRECTORY: join(directory, 'database'),
      TENANTRY_LOCAL_TOKEN: token,
      TENANTRY_SESSION_SECRET: sessionSecret,
      ...env,
    },
  });
}
