import { mockErrorHandler } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import express from 'express';
import { once } from 'node:events';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { hideForeignTasks } from './hideForeignTasks';

const errors: Record<string, Error> = {
  foreign: new NotAllowedError('It is not yours.'),
  absent: new NotFoundError('It is not there.'),
  broken: new Error('It fails.'),
};

describe('hideForeignTasks', () => {
  let server: Server;

  beforeAll(async () => {
    const app = express()
      .use('/v2/tasks/:task', hideForeignTasks)
      .get('/v2/tasks/:task/events', (request, response) => {
        const error = errors[request.params.task];
        if (error) {
          throw error;
        }
        response.json({ id: request.params.task });
      })
      .use(mockErrorHandler());
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => server.close());

  async function ask(task: string) {
    const { port } = server.address() as AddressInfo;
    const path = `/v2/tasks/${task}/events`;
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  }

  it("answers for somebody else's task as for none", async () => {
    const foreign = await ask('foreign');
    expect(foreign).toEqual({
      status: 404,
      text: expect.stringContaining(
        'There is no task \\"foreign\\", or it is not yours.',
      ),
    });
    const absent = await ask('absent');
    expect(absent.text.replaceAll('absent', 'foreign')).toBe(foreign.text);
  });

  it('passes on everything else', async () => {
    expect(await ask('own')).toEqual({ status: 200, text: '{"id":"own"}' });
    expect((await ask('broken')).status).toBe(500);
  });
});
