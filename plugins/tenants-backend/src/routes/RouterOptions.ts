import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { TypedRouter } from '@backstage/backend-openapi-utils';
import { StatusEngine } from '../engine/StatusEngine';
import { GitOpsRequests } from '../gitops';
import { CachedMetrics } from '../metrics/CachedMetrics';
import { AuthorizedChanges, AuthorizedTenants } from '../permissions';
import { ChangePreviewer } from '../preview/ChangePreviewer';
import { RegistryView } from '../registry/RegistryView';
import { Rollouts, Starter } from '../rollouts';
import { EndpointMap } from '../schema/openapi';
import { TenantAnswers, TenantsView } from '../tenants';
import { TimelineReader } from '../timeline';

/** What the routes call. */
export interface RouterOptions {
  auditor: AuditorService;
  logger: LoggerService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  registry: RegistryView;
  engine: Pick<StatusEngine, 'servers' | 'replicaOf'>;
  tenants: TenantsView;
  answers: TenantAnswers;
  authorizedTenants: AuthorizedTenants;
  authorizedChanges: AuthorizedChanges;
  timeline: TimelineReader;
  metrics: CachedMetrics;
  previewer: ChangePreviewer;
  gitOps: Pick<GitOpsRequests, 'request'>;
  rollouts: Rollouts;
  starterOf: (credentials: BackstageCredentials) => Promise<Starter>;
}

export type TenantsRouter = TypedRouter<EndpointMap>;

/** Items in one answer when the caller asks for no number. */
export const defaultLimit = 50;
