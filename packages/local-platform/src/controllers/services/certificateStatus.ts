import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ObjectCondition, withConditions } from '../conditions';

/** The parts of a cert-manager Certificate that are simulated. */
export interface Certificate extends KubernetesObject {
  spec: { secretName: string; dnsNames?: string[] };
  status?: CertificateStatus;
}

export type CertificateStatus = {
  conditions?: ObjectCondition[];
  notBefore?: string;
  notAfter?: string;
  renewalTime?: string;
  revision?: number;
  lastFailureTime?: string;
  failedIssuanceAttempts?: number;
};

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
export const lifetimeMs = 90 * dayMs;
export const renewBeforeMs = 30 * dayMs;
/** What is left of a certificate whose renewal has failed all the time. */
export const expiringMs = 5 * dayMs;

const ready: ObjectCondition = {
  type: 'Ready',
  status: 'True',
  reason: 'Ready',
  message: 'Certificate is up to date and has not expired',
};

/** While the first certificate is on its way. */
export function issuing(
  status: CertificateStatus | undefined,
  now: Date,
): CertificateStatus {
  const message = 'Issuing certificate as Secret does not exist';
  const reason = 'DoesNotExist';
  const conditions = withConditions(
    status?.conditions,
    [
      { type: 'Ready', status: 'False', reason, message },
      { type: 'Issuing', status: 'True', reason, message },
    ],
    timestamp(now),
  );
  return { ...status, conditions };
}

/** After a certificate has come. */
export function issued(
  status: CertificateStatus | undefined,
  now: Date,
): CertificateStatus {
  const others = status?.conditions?.filter(({ type }) => type !== 'Issuing');
  return {
    ...validity(now.getTime() + lifetimeMs),
    revision: (status?.revision ?? 0) + 1,
    conditions: withConditions(others, [ready], timestamp(now)),
  };
}

/** As if renewal had failed for weeks. */
export function expiring(
  certificate: Certificate,
  now: Date,
): CertificateStatus {
  const { status } = certificate;
  const failed: ObjectCondition = {
    type: 'Issuing',
    status: 'False',
    reason: 'Failed',
    message: failure(certificate),
  };
  return {
    ...validity(now.getTime() + expiringMs),
    revision: status?.revision ?? 1,
    lastFailureTime: timestamp(new Date(now.getTime() - hourMs)),
    failedIssuanceAttempts: 11,
    conditions: withConditions(
      status?.conditions,
      [ready, failed],
      timestamp(now),
    ),
  };
}

function validity(notAfterMs: number) {
  const at = (ms: number) => timestamp(new Date(ms));
  return {
    notBefore: at(notAfterMs - lifetimeMs),
    notAfter: at(notAfterMs),
    renewalTime: at(notAfterMs - renewBeforeMs),
  };
}

/** Why the renewal fails. */
export function failure({ metadata, spec }: Certificate): string {
  const host = spec.dnsNames?.[0] ?? metadata.name;
  return `The certificate request has failed to complete and will be retried: Failed to wait for order resource "${metadata.name}-2-3184020512" to become ready: order is in "invalid" state: DNS01 challenge for "${host}" failed: DNS record for "_acme-challenge.${host}" not yet propagated`;
}
