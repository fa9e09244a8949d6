import { InputError, NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { z } from 'zod';
import { ForgeContext } from '../../core/ForgeContext';
import { HookRecord } from '../../core/records';
import { requireUser, userOf } from '../../http/authentication';
import { numberOf } from '../../http/parameters';
import { webhookEvents } from '../../types';
import { parseBody } from '../body';
import { pageOf, sendPage, slice } from '../pagination';
import { toHook } from '../shapes/hook';

const maximumHooks = 50;

const newHookSchema = z.object({
  type: z.literal('gitea'),
  config: z.object({
    url: z
      .string()
      .max(2000)
      .url()
      .regex(/^https?:/, 'must be an http or https address'),
    content_type: z.literal('json'),
    secret: z.string().max(500).optional(),
  }),
  events: z.array(z.enum(webhookEvents)).min(1).default(['push']),
  active: z.boolean().default(false),
});

/** Lists, reads, creates and deletes webhooks; reading needs a token as well. */
export function addHookRoutes(router: Router, context: ForgeContext): void {
  const { store, writes } = context;
  router.use('/hooks', requireUser(context.users));

  router.get('/hooks', (request, response) => {
    const { hooks } = store.records;
    const items = slice(hooks, pageOf(request)).map(toHook);
    sendPage(response, items, hooks.length);
  });

  router.get('/hooks/:id', (request, response) => {
    response.json(toHook(findHook(context, numberOf(request.params.id))));
  });

  router.post('/hooks', async (request, response) => {
    const body = parseBody(newHookSchema, request.body);
    const hook = await writes.run(userOf(response).login, () =>
      addHook(context, {
        url: body.config.url,
        secret: body.config.secret || undefined,
        events: body.events,
        active: body.active,
      }),
    );
    response.status(201).json(toHook(hook));
  });

  router.delete('/hooks/:id', async (request, response) => {
    await writes.run(userOf(response).login, async () => {
      const { id } = findHook(context, numberOf(request.params.id));
      await store.update(draft => {
        draft.hooks = draft.hooks.filter(hook => hook.id !== id);
      });
    });
    response.status(204).end();
  });
}

function findHook({ store }: ForgeContext, id: number): HookRecord {
  const hook = store.records.hooks.find(candidate => candidate.id === id);
  if (!hook) throw new NotFoundError("The target couldn't be found.");
  return hook;
}

async function addHook(
  { store }: ForgeContext,
  hook: Omit<HookRecord, 'id' | 'createdAt'>,
): Promise<HookRecord> {
  if (store.records.hooks.length >= maximumHooks) {
    throw new InputError(`At most ${maximumHooks} webhooks can be kept.`);
  }
  return store.update(draft => {
    draft.lastId += 1;
    const createdAt = new Date().toISOString();
    const created = { ...hook, id: draft.lastId, createdAt };
    draft.hooks.push(created);
    return created;
  });
}
