import { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { FakeApiServer, sendStatus, widgets } from './__testUtils__';
import { changeObject, readObject } from './changeObject';

const path = '/apis/example.com/v1/namespaces/acme/widgets/one';
const olderPath = path.replace('/v1/', '/v1beta1/');

describe('changeObject', () => {
  let server: FakeApiServer;
  /** The patches that were sent. */
  let patches: unknown[];
  /** The resourceVersion of the object each time that it is read. */
  let versions: string[];

  beforeEach(async () => {
    server = await FakeApiServer.start();
    patches = [];
    versions = ['7'];
    serve(path);
  });

  afterEach(() => server.stop());

  const current = () => ({
    metadata: { name: 'one', resourceVersion: versions.at(-1) },
    spec: { colour: 'red' },
  });

  function serve(at: string, refuse?: (response: ServerResponse) => void) {
    server.break(at, (request, response) =>
      request.method === 'PATCH'
        ? takePatch(request, response, refuse)
        : response.end(JSON.stringify(current())),
    );
  }

  async function takePatch(
    request: IncomingMessage,
    response: ServerResponse,
    refuse?: (response: ServerResponse) => void,
  ) {
    expect(request.headers['content-type']).toBe(
      'application/merge-patch+json',
    );
    const patch = JSON.parse(await text(request));
    patches.push(patch);
    if (refuse) {
      refuse(response);
    } else if (patch.metadata.resourceVersion !== versions.at(-1)) {
      sendStatus(response, 409, 'the object has been modified');
    } else {
      response.end('{}');
    }
  }

  const address = () => ({
    connection: server.connection(),
    kind: widgets,
    namespace: 'acme',
    name: 'one',
    signal: AbortSignal.timeout(2_000),
  });
  const paint = () => ({
    metadata: { annotations: { 'example.com/painted': 'yes' } },
    spec: { colour: 'blue' },
  });

  it('patches the object as it was read', async () => {
    const change = jest.fn(paint);
    await changeObject({ ...address(), change });
    expect(change).toHaveBeenCalledWith(current());
    expect(patches).toEqual([
      {
        metadata: {
          annotations: { 'example.com/painted': 'yes' },
          resourceVersion: '7',
        },
        spec: { colour: 'blue' },
      },
    ]);
  });

  it('reads again what somebody else has changed meanwhile', async () => {
    let calls = 0;
    await changeObject({
      ...address(),
      change: () => {
        calls++;
        if (calls === 1) {
          versions.push('8');
        }
        return {};
      },
    });
    expect(calls).toBe(2);
    expect(patches).toHaveLength(2);
  });

  it('gives up when the object never stands still', async () => {
    serve(path, response => sendStatus(response, 409, 'modified'));
    await expect(
      changeObject({ ...address(), change: paint }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/being changed by somebody else/),
    });
    expect(patches).toHaveLength(3);
  });

  it('sends nothing when the change is refused', async () => {
    const refusal = Object.assign(new Error('Busy.'), {
      name: 'ConflictError',
    });
    const change = () => {
      throw refusal;
    };
    await expect(changeObject({ ...address(), change })).rejects.toBe(refusal);
    expect(patches).toEqual([]);
  });

  it('finds the object in the version that the cluster serves', async () => {
    server.repair(path);
    serve(olderPath);
    await changeObject({ ...address(), change: paint });
    expect(patches).toHaveLength(1);
  });

  it('says that there is no such object', async () => {
    server.repair(path);
    await expect(readObject(address())).rejects.toMatchObject({
      name: 'NotFoundError',
      message: 'There is no Widget one in acme of devnet.',
    });
  });

  it('names the rule that is missing when it may not', async () => {
    serve(path, response => sendStatus(response, 403, 'forbidden'));
    await expect(
      changeObject({ ...address(), change: paint }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        /resources: \["widgets"\], verbs: \["get", "patch"\]/,
      ),
    });
  });

  it('passes on why the cluster refuses', async () => {
    serve(path, response => sendStatus(response, 422, 'spec.colour: no blue'));
    await expect(
      changeObject({ ...address(), change: paint }),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('spec.colour: no blue.'),
    });
  });

  it.each([
    ['hangs', () => {}, /did not answer in time/],
    [
      'fails',
      (_: unknown, response: ServerResponse) =>
        sendStatus(response, 500, 'etcd is away'),
      /etcd is away/,
    ],
    [
      'refuses the token',
      (_: unknown, response: ServerResponse) =>
        sendStatus(response, 401, 'Unauthorized'),
      /refused the credentials/,
    ],
  ])('is unavailable when the cluster %s', async (_, answer, message) => {
    server.break(path, answer);
    const signal = AbortSignal.timeout(200);
    await expect(readObject({ ...address(), signal })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(message),
    });
  });
});
