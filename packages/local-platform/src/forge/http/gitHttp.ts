import { AuthenticationError } from '@backstage/errors';
import express, { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ForgeContext } from '../core/ForgeContext';
import { assertMayPush } from '../core/protection';
import { authenticate } from './authentication';
import { pushedBranches } from './pushedBranches';
import { statusOf } from './statusOf';

const maximumBody = '32mb';
const services = ['git-upload-pack', 'git-receive-pack'] as const;
type Service = (typeof services)[number];

/**
 * Git's smart HTTP protocol: clone and fetch for everybody, push with a token as the password.
 *
 * As in Gitea, `git upload-pack` and `git receive-pack` are run directly. `git http-backend` would
 * do the same behind CGI, but some distributions ship it apart from git.
 */
export function createGitHttpRouter(context: ForgeContext): Router {
  const router = PromiseRouter();
  const { owner, name } = context.repository;
  const roots = [`/${owner}/${name}.git`, `/${owner}/${name}`];
  const at = (path: string) => roots.map(root => `${root}/${path}`);

  router.get(at('info/refs'), async (request, response) => {
    const service = services.find(known => known === request.query.service);
    if (!service) {
      response.status(403).type('text').send('Use a git with smart HTTP.\n');
      return;
    }
    assertMayUse(context, service, request);
    await advertise(context, service, request, response);
  });

  for (const service of services) {
    router.post(
      at(service),
      express.raw({ type: () => true, limit: maximumBody }),
      async (request, response) => {
        const login = assertMayUse(context, service, request);
        assertMayPushBranches(context, login, request);
        const serve = () => exchange(context, service, request, response);
        await (login ? context.writes.run(login, serve) : serve());
        response.end();
      },
    );
  }

  router.use(answerError);
  return router;
}

/** @returns login of the pusher, or undefined for reading */
function assertMayUse(
  { users }: ForgeContext,
  service: Service,
  request: Request,
): string | undefined {
  const user = authenticate(users, request.headers.authorization);
  if (service === 'git-upload-pack') return undefined;
  if (!user) throw new AuthenticationError('A push needs a token.');
  return user.login;
}

function assertMayPushBranches(
  { protections }: ForgeContext,
  login: string | undefined,
  { body }: Request,
): void {
  if (login && Buffer.isBuffer(body)) {
    pushedBranches(body).forEach(branch =>
      assertMayPush(protections, branch, login),
    );
  }
}

async function advertise(
  { git }: ForgeContext,
  service: Service,
  request: Request,
  response: Response,
): Promise<void> {
  const banner = `# service=${service}\n`;
  const length = (banner.length + 4).toString(16).padStart(4, '0');
  const { stdout } = await git.run(
    [...commandOf(service), '--advertise-refs', git.directory],
    { env: protocolOf(request) },
  );
  response
    .set('Cache-Control', 'no-cache')
    .type(`application/x-${service}-advertisement`)
    .send(Buffer.concat([Buffer.from(`${length}${banner}0000`), stdout]));
}

/** Streams git's answer; the caller ends it, once the forge has taken note of a push. */
async function exchange(
  { git }: ForgeContext,
  service: Service,
  request: Request,
  response: Response,
): Promise<void> {
  const input = Buffer.isBuffer(request.body) ? request.body : undefined;
  response
    .set('Cache-Control', 'no-cache')
    .type(`application/x-${service}-result`);
  const process = git.start([...commandOf(service), git.directory], {
    input,
    env: protocolOf(request),
  });
  response.on('close', () => process.kill());
  process.stdout?.pipe(response, { end: false });
  await process;
}

function commandOf(service: Service): string[] {
  return [service.replace(/^git-/, ''), '--stateless-rpc'];
}

function protocolOf(request: Request): Record<string, string> {
  const protocol = request.get('Git-Protocol') ?? '';
  return /^version=[0-2]$/.test(protocol) ? { GIT_PROTOCOL: protocol } : {};
}

function answerError(
  error: unknown,
  _request: Request,
  response: Response,
  next: (error?: unknown) => void,
): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status, message } = statusOf(error);
  if (status === 401) response.set('WWW-Authenticate', 'Basic realm="Forge"');
  response.status(status).type('text').send(`${message}\n`);
}
