import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createForge, withAudit } from '@tenantry/forges';
import {
  createRegistryReader,
  subscribeToPushEvents,
  tenantsSourcesExtensionPoint,
} from '@tenantry/plugin-tenants-node';
import {
  ChangeTimeline,
  DatabaseChangeEventStore,
  DatabaseCommitOrder,
} from './changes';
import { keyOf } from './collector';
import { readTenantsConfig } from './config';
import { StatusEngine } from './engine/StatusEngine';
import { GitOpsAuthorizer, GitOpsRequests } from './gitops';
import { nameReplica } from './engine/nameReplica';
import { ChangeSignal } from './live/ChangeSignal';
import { ReplicaBus } from './live/ReplicaBus';
import { CachedMetrics } from './metrics/CachedMetrics';
import { DatabaseIncidentStore, Notifier } from './notifications';
import {
  AuthorizedChanges,
  AuthorizedTenants,
  registerTenantResource,
} from './permissions';
import { ChangePreviewer } from './preview/ChangePreviewer';
import { RegistryView } from './registry/RegistryView';
import { createRegistrySource } from './registrySource';
import { createRollouts, starterOf } from './rollouts';
import { createRouter } from './routes/createRouter';
import { limitRates } from './routes/limitRates';
import { changesTaskId, scheduleTasks } from './scheduleTasks';
import { SourceRegistry } from './SourceRegistry';
import { createEngineStore, migrateDatabase } from './store';
import { TemplateCatalog, TenantAnswers, TenantsView } from './tenants';
import { TimelineReader } from './timeline';

/**
 * Collects the status of tenants and serves it.
 *
 * @public
 */
export const tenantsPlugin = createBackendPlugin({
  pluginId: 'tenants',
  register(env) {
    const sources = new SourceRegistry();
    env.registerExtensionPoint(tenantsSourcesExtensionPoint, sources);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(services) {
        const settings = readTenantsConfig(services.config);
        const integrations = ScmIntegrations.fromConfig(services.config);
        const reader = createRegistryReader(services);
        const registry = new RegistryView({ ...services, reader });
        sources.addStatusSource(createRegistrySource({ registry }));
        const knex = await migrateDatabase(services.database);
        const store = createEngineStore(knex);
        const replica = nameReplica();
        const change = new ChangeSignal(services);
        const engine = new StatusEngine({
          ...services,
          ...settings,
          replica,
          sources: sources.statusSources,
          registry,
          store,
          change,
          bus: new ReplicaBus({ ...services, replica }),
        });
        const templates = new TemplateCatalog(services);
        const tenants = new TenantsView({
          ...settings,
          registry,
          statusOf: key => engine.statusOf(key),
          offeredTemplates: () => templates.versions(),
        });
        const decisions = {
          ...services,
          tenants,
          onDenied: (permission: string) => engine.metrics.denied(permission),
        };
        const authorizedTenants = new AuthorizedTenants(decisions);
        const authorizedChanges = new AuthorizedChanges(decisions);
        registerTenantResource(services.permissionsRegistry, tenants);
        const previewer = new ChangePreviewer({
          ...services,
          integrations,
          reader,
          authorizedChanges,
        });
        const forge = () =>
          withAudit(createForge(reader.url, integrations), services.auditor);
        const statusOf = (tenant: string, environment: string) =>
          engine.confirmedStatusOf(keyOf({ tenant, environment }));
        const { rollouts, runner } = createRollouts({
          ...services,
          knex,
          registry,
          previewer,
          authorizedChanges,
          forge,
          statusOf,
        });
        const order = new DatabaseCommitOrder(knex);
        const forgeHost = new URL(reader.url).hostname;
        services.httpRouter.use(limitRates(services));
        services.httpRouter.use(
          await createRouter({
            ...services,
            engine,
            registry,
            timeline: new TimelineReader({
              store: store.statuses,
              order,
              statusOf,
            }),
            tenants,
            answers: new TenantAnswers({
              tenants,
              confirmedAt: (source, key) => engine.confirmedAt(source, key),
            }),
            authorizedTenants,
            authorizedChanges,
            gitOps: new GitOpsRequests({
              ...services,
              registry,
              engines: sources.gitOpsEngines,
              authorizer: new GitOpsAuthorizer({
                ...services,
                tenants,
                authorizedTenants,
              }),
            }),
            metrics: new CachedMetrics({
              source: sources.metricsSource,
              onRead: () => engine.metrics.chartsRead(),
            }),
            previewer,
            rollouts,
            starterOf: credentials =>
              starterOf(credentials, { ...services, forgeHost }),
          }),
        );
        await engine.start();
        services.lifecycle.addShutdownHook(() => engine.stop());
        await scheduleTasks({
          ...services,
          ...settings,
          registry,
          templates,
          engine,
          store,
          runner,
          changes: new ChangeTimeline({
            ...services,
            forge,
            store: new DatabaseChangeEventStore(knex),
            order,
            places: () => registry.current().values(),
            maximumAgeMs: settings.timeline.maximumAgeMs,
            onChanged: () => change.send(),
          }),
          notifier: new Notifier({
            ...services,
            registry,
            engine,
            store: new DatabaseIncidentStore(knex),
            settings: settings.notifications,
          }),
        });
        await subscribeToPushEvents({
          ...services,
          // Replicas with the same id would share the pushes instead of each hearing of all.
          id: `tenants-registry-${replica}`,
          listener: () => registry.refresh(),
        });
        await subscribeToPushEvents({
          ...services,
          // One replica is enough.
          id: 'tenants-changes',
          listener: () => services.scheduler.triggerTask(changesTaskId),
        });
      },
    });
  },
});
