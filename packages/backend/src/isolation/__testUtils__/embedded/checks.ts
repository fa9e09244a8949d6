/** A check in the code that keeps clients apart, and what the walk finds without it. */
export interface Check {
  name: string;
  /** Where it is, from the root of the repository. */
  file: string;
  /** The expression that checks, as the file has it. */
  expression: string;
  /** What stands there once the check is removed. */
  without: string;
  /** Whose token is used; another client's by default. */
  as?: 'other' | 'forged';
  /** Routes that are found to leak; `signals` for live events. */
  leaks: string[];
}

const tenants = 'plugins/tenants-backend/src';
const policy = 'plugins/permission-backend-module-tenants/src';
const search = 'plugins/search-backend-module-tenant-search/src';
const stock = 'node_modules/@backstage';

/** One of each kind: rules, routes, filters, stock services. */
export const checks: readonly Check[] = [
  {
    name: 'the policy denies what it does not know',
    file: `${policy}/clientDecision.ts`,
    expression: '{ result: AuthorizeResult.DENY }',
    without: '{ result: AuthorizeResult.ALLOW }',
    leaks: [
      'GET /api/kubernetes/proxy/*',
      'GET /api/kubernetes/clusters',
      'GET /api/tenants/v1/clusters',
      'GET /api/tenants/v1/names/:name',
      'GET /api/tenants/v1/rollouts',
    ],
  },
  {
    name: 'the policy shows a client the entities that its groups own',
    file: `${policy}/catalogDecision.ts`,
    expression: 'catalogConditions.isEntityOwner({ claims: groups })',
    without:
      'catalogConditions.hasAnnotation({ annotation: DESCRIPTOR_ANNOTATION })',
    leaks: [
      'GET /api/catalog/entities',
      'GET /api/catalog/entity-facets',
      'GET /api/catalog/entities/by-uid/:uid',
      'GET /api/catalog/entities/by-name/:kind/:namespace/:name',
      'POST /api/catalog/entities/by-refs',
      'POST /api/catalog/entities/by-query',
    ],
  },
  {
    name: 'the policy shows the tasks of who started them',
    file: `${policy}/scaffolderDecision.ts`,
    expression: `createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [userEntityRef] }),
    )`,
    without: '{ result: AuthorizeResult.ALLOW }',
    leaks: [
      'GET /api/scaffolder/v2/tasks',
      'GET /api/scaffolder/v2/tasks/:taskId',
      'GET /api/scaffolder/v2/tasks/:taskId/events',
      'GET /api/scaffolder/v2/tasks/:taskId/eventstream',
    ],
  },
  {
    name: 'the tenant is one that the decision is for',
    file: `${tenants}/permissions/filterTenants.ts`,
    expression: 'isAllowed(decision, { tenant, owner })',
    without: 'true',
    leaks: [
      'GET /api/tenants/v1/tenants',
      'GET /api/tenants/v1/tenants/:tenant',
      'GET /api/tenants/v1/tenants/:tenant/environments/:environment',
      'GET /api/tenants/v1/tenants/:tenant/environments/:environment/metrics',
      'GET /api/tenants/v1/tenants/:tenant/timeline',
    ],
  },
  {
    name: 'the timeline is of a tenant that the caller may see',
    file: `${tenants}/routes/timeline.ts`,
    expression: 'await authorizedTenants.get(tenant, credentials)',
    without: 'undefined',
    leaks: ['GET /api/tenants/v1/tenants/:tenant/timeline'],
  },
  {
    name: 'the charts are of a tenant that the caller may see',
    file: `${tenants}/routes/tenants.ts`,
    // The other two use what they get.
    expression: '      await authorizedTenants.get(tenant, credentials)',
    without: 'undefined',
    leaks: [
      'GET /api/tenants/v1/tenants/:tenant/environments/:environment/metrics',
    ],
  },
  {
    name: 'who may not see a tenant hears that there is none',
    file: `${tenants}/permissions/AuthorizedTenants.ts`,
    expression: 'new NotFoundError(`There is no tenant "${name}".`)',
    without:
      'Object.assign(new Error("It is not yours."), { name: tenants.ownerOf(name) ? "NotAllowedError" : "NotFoundError" })',
    leaks: ['GET /api/tenants/v1/tenants/:tenant'],
  },
  {
    name: 'the preview is of a tenant that the caller may change',
    file: `${tenants}/preview/ChangePreviewer.ts`,
    expression: `await authorizedChanges.require(
      { operation, client: values.client },
      credentials,
    )`,
    without: 'undefined',
    leaks: ['POST /api/tenants/v1/changes/preview'],
  },
  {
    name: 'clusters need a permission',
    file: `${tenants}/routes/platform.ts`,
    expression: `await requirePermission(
      permissions,
      tenantClusterReadPermission,
      credentials,
    )`,
    without: 'undefined',
    leaks: ['GET /api/tenants/v1/clusters'],
  },
  {
    name: 'the search finds what the caller may see',
    file: `${search}/access/AccessDecider.ts`,
    expression: 'decision.result === AuthorizeResult.ALLOW',
    without: 'true',
    leaks: ['GET /api/search/query'],
  },
  {
    name: 'notifications are those of the caller',
    file: `${stock}/plugin-notifications-backend/dist/database/DatabaseNotificationsStore.cjs.js`,
    expression: 'q.where("user", user).orWhereNull("user")',
    without: 'undefined',
    leaks: [
      'GET /api/notifications/notifications',
      'GET /api/notifications/notifications/:id',
    ],
  },
  {
    name: 'what is sent to a user is sent to nobody else',
    file: `${stock}/plugin-signals-backend/dist/service/SignalManager.cjs.js`,
    expression: 'recipients.type !== "broadcast"',
    without: 'false',
    leaks: ['signals'],
  },
  {
    name: 'tokens are signed by the portal',
    file: `${stock}/backend-defaults/dist/entrypoints/auth/user/UserTokenHandler.cjs.js`,
    expression: `jose.jwtVerify(
      token,
      this.jwksClient.getKey,
      verifyOpts
    )`,
    without: 'Promise.resolve({ payload: jose.decodeJwt(token) })',
    as: 'forged',
    leaks: ['GET /api/notifications/notifications'],
  },
];
