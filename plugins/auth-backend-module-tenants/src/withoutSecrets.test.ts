import { formsOfSecret, withoutSecrets } from './withoutSecrets';

describe('withoutSecrets', () => {
  const secrets = formsOfSecret('portal', 'p+ss/word');
  const failWith = (error: Error) =>
    withoutSecrets(secrets, () => Promise.reject(error));

  it.each([
    ['as it is', 'p+ss/word'],
    ['in a form', 'p%2Bss%2Fword'],
    ['in a header', Buffer.from('portal:p%2Bss%2Fword').toString('base64')],
  ])('takes the secret %s out of an error', async (_, secret) => {
    await expect(
      failWith(new Error(`invalid_client (it was ${secret})`)),
    ).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: 'invalid_client (it was ***)',
    });
  });

  it('leaves other errors and results alone', async () => {
    const error = new Error('invalid_grant');
    await expect(failWith(error)).rejects.toBe(error);
    await expect(withoutSecrets([''], async () => 7)).resolves.toBe(7);
  });
});
