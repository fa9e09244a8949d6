import { CredentialsError } from './credentials';
import { explainFailure } from './explainFailure';
import { KubernetesApiError } from './KubernetesClient';

const withCode = (code: string) => Object.assign(new Error(code), { code });

describe('explainFailure', () => {
  it.each([
    [new KubernetesApiError(401, 'no'), 'CredentialsRefused', /expired/],
    [new KubernetesApiError(403, 'no'), 'Forbidden', /list and watch/],
    [
      new KubernetesApiError(500, 'etcd is away'),
      'Unreachable',
      /: etcd is away\.$/,
    ],
    [withCode('ECONNREFUSED'), 'Unreachable', /probably down/],
    [withCode('ECONNRESET'), 'Unreachable', /breaks/],
    [withCode('ENOTFOUND'), 'Unreachable', /DNS/],
    [withCode('UND_ERR_CONNECT_TIMEOUT'), 'Unreachable', /network/],
    [withCode('UND_ERR_HEADERS_TIMEOUT'), 'Timeout', /in time/],
    [new DOMException('x', 'TimeoutError'), 'Timeout', /in time/],
    [
      withCode('DEPTH_ZERO_SELF_SIGNED_CERT'),
      'CertificateNotTrusted',
      /caData/,
    ],
    [withCode('CERT_HAS_EXPIRED'), 'CertificateNotTrusted', /caData/],
    [
      new CredentialsError('devnet', new Error('the file is empty')),
      'NoCredentials',
      /cluster "devnet": the file is empty\.$/,
    ],
    ['nonsense', 'Unreachable', /no error/],
  ])('explains %s', (error, reason, message) => {
    expect(explainFailure(error)).toEqual({
      reason,
      message: expect.stringMatching(message),
    });
  });

  it('does not repeat what something that is no API server says', () => {
    let error: unknown;
    try {
      JSON.parse('<html>secret</html>');
    } catch (thrown) {
      error = thrown;
    }
    expect(explainFailure(error).message).not.toContain('secret');
  });
});
