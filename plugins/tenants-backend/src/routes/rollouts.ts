import {
  AuditorServiceCreateEventOptions,
  AuditorServiceEventSeverityLevel,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  RolloutAction,
  tenantRolloutPermission,
} from '@tenantry/plugin-tenants-common';
import { Request } from 'express';
import { audited } from '../audit';
import { requirePermission } from '../permissions';
import { RouterOptions, TenantsRouter } from './RouterOptions';
import { sendJson } from './sendJson';

/** How much a request can change. */
const severities: Readonly<
  Record<'start' | RolloutAction, AuditorServiceEventSeverityLevel>
> = { start: 'high', resume: 'high', pause: 'medium', stop: 'medium' };

export function addRolloutRoutes(
  router: TenantsRouter,
  options: Pick<
    RouterOptions,
    | 'auditor'
    | 'httpAuth'
    | 'permissions'
    | 'authorizedChanges'
    | 'rollouts'
    | 'starterOf'
  >,
): void {
  const { auditor, httpAuth, permissions, authorizedChanges } = options;
  const { rollouts, starterOf } = options;
  async function permitted(
    request: Pick<Request, 'headers'>,
  ): Promise<BackstageCredentials> {
    const credentials = await httpAuth.credentials(request as Request, {
      allow: ['user', 'service'],
    });
    await requirePermission(permissions, tenantRolloutPermission, credentials);
    return credentials;
  }

  const changeable = async (request: Pick<Request, 'headers'>) =>
    authorizedChanges.mayChange(await permitted(request));

  router.get('/v1/rollouts', async (request, response) => {
    const mayChange = await changeable(request);
    sendJson(request, response, { items: await rollouts.list(mayChange) });
  });

  router.post('/v1/rollouts', async (request, response) => {
    const credentials = await permitted(request);
    const { templateRef, environment } = request.body;
    const event = auditEvent('start', request, { templateRef, environment });
    const rollout = await audited({ auditor, ...event }, async () =>
      rollouts.start(request.body, await starterOf(credentials), credentials),
    );
    response.status(201).json(rollout);
  });

  router.post('/v1/rollouts/plan', async (request, response) => {
    const credentials = await permitted(request);
    response.json(await rollouts.plan(request.body, credentials));
  });

  router.get('/v1/rollouts/:rollout', async (request, response) => {
    const mayChange = await changeable(request);
    const { rollout } = request.params;
    sendJson(request, response, await rollouts.get(rollout, mayChange));
  });

  router.post('/v1/rollouts/:rollout/:action', async (request, response) => {
    const mayChange = await changeable(request);
    const { rollout, action } = request.params;
    const event = auditEvent(action, request, { rollout });
    response.json(
      await audited({ auditor, ...event }, () =>
        rollouts.act(rollout, action, mayChange),
      ),
    );
  });
}

function auditEvent(
  action: 'start' | RolloutAction,
  request: AuditorServiceCreateEventOptions['request'],
  meta: Record<string, string>,
): AuditorServiceCreateEventOptions {
  return {
    eventId: 'rollout-request',
    severityLevel: severities[action],
    request,
    meta: { queryType: action, ...meta },
  };
}
