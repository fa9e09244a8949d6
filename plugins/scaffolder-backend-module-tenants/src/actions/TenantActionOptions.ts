import {
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { Forge } from '@tenantry/forges';
import { TenantFilesReader } from '@tenantry/plugin-tenants-node';

/** What the actions work with. */
export interface TenantActionOptions {
  /** The repository of the registry. */
  reader: TenantFilesReader;
  /** The same repository's forge. */
  forge: Forge;
  /** Host name of the forge. */
  forgeHost: string;
  permissions: PermissionsService;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
}
