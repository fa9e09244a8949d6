import { createPrivateKey, X509Certificate } from 'node:crypto';
import { Certificates } from './createCertificates';

const renewBeforeMs = 30 * 86_400_000;

/** Whether the certificates belong together and stay valid for another month. */
export function isUsable(certificates: Certificates, now: Date): boolean {
  try {
    const authority = new X509Certificate(certificates.caCertificate);
    const server = new X509Certificate(certificates.cert);
    const endsAt = Math.min(
      Date.parse(authority.validTo),
      Date.parse(server.validTo),
    );
    return (
      endsAt - now.getTime() > renewBeforeMs &&
      server.verify(authority.publicKey) &&
      server.checkPrivateKey(createPrivateKey(certificates.key))
    );
  } catch {
    // What cannot be parsed cannot be used.
    return false;
  }
}
