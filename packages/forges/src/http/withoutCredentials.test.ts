import { withoutCredentials } from './withoutCredentials';

describe('withoutCredentials', () => {
  const basic = Buffer.from('portal:secret-1234').toString('base64');

  it.each([
    ['a token', { Authorization: 'token secret-1234' }],
    ['a bearer token', { authorization: 'Bearer secret-1234' }],
    ['a header of its own', { 'PRIVATE-TOKEN': 'secret-1234' }],
    ['a password', { Authorization: `Basic ${basic}` }],
  ])('takes %s out of a refusal', async (_, credentials) => {
    const headers = { 'Retry-After': '60' };
    const response = await withoutCredentials(
      new Response('it was secret-1234', { status: 500, headers }),
      credentials,
    );
    expect(await response.text()).toBe('it was ***');
    expect(response.status).toBe(500);
    expect(response.headers.get('retry-after')).toBe('60');
  });

  it('takes the encoded password out as well', async () => {
    const response = await withoutCredentials(
      new Response(`it was Basic ${basic}`, { status: 401 }),
      { Authorization: `Basic ${basic}` },
    );
    expect(await response.text()).toBe('it was Basic ***');
  });

  it('leaves an answer as it is', async () => {
    const response = new Response('secret-1234', { status: 200 });
    expect(
      await withoutCredentials(response, {
        Authorization: 'token secret-1234',
      }),
    ).toBe(response);
  });

  it('leaves a refusal as it is where there are no credentials', async () => {
    const response = new Response('no', { status: 404 });
    expect(await (await withoutCredentials(response, {})).text()).toBe('no');
  });
});
