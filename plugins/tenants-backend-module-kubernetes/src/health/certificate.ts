import {
  Condition,
  conditionsOf,
  KubernetesObject,
  listAt,
  textAt,
} from '@tenantry/plugin-tenants-node';
import {
  ageMs,
  degraded,
  healthy,
  JudgeContext,
  Judgement,
  ObservedKind,
  progressing,
} from './ObservedKind';
import { clusterSays } from './wording';

/** What is kept of a certificate. */
export interface CertificateProjection {
  ready?: Condition;
  issuing?: Condition;
  /** RFC 3339. */
  notAfter?: string;
  /** RFC 3339. */
  renewalTime?: string;
  hosts: string[];
  issuer?: string;
}

const dayMs = 24 * 3_600_000;

export const certificate: ObservedKind<CertificateProjection> = {
  kind: 'Certificate',
  group: 'cert-manager.io',
  versions: ['v1'],
  plural: 'certificates',
  project: projectCertificate,
  judge: (projection, context) =>
    judgeExpiry(projection, context) ??
    judgeIssuing(projection) ??
    judgeRenewal(projection, context) ??
    healthy,
};

function projectCertificate(object: KubernetesObject): CertificateProjection {
  const conditions = conditionsOf(object);
  return {
    ready: conditions.get('Ready'),
    issuing: conditions.get('Issuing'),
    notAfter: textAt(object, 'status', 'notAfter'),
    renewalTime: textAt(object, 'status', 'renewalTime'),
    hosts: listAt(object, 'spec', 'dnsNames').filter(
      host => typeof host === 'string',
    ),
    issuer: textAt(object, 'spec', 'issuerRef', 'name'),
  };
}

function judgeExpiry(
  projection: CertificateProjection,
  { now, thresholds }: JudgeContext,
): Judgement | undefined {
  const { notAfter } = projection;
  const leftMs = -ageMs(notAfter, now);
  if (leftMs <= 0) {
    return degraded(
      'CertificateExpired',
      `The certificate expired on ${notAfter}; clients refuse to connect. ${adviceOn(
        projection,
      )}`,
      'certificate-expiring',
    );
  }
  if (leftMs < thresholds.certificateExpiryMs) {
    const days = Math.floor(leftMs / dayMs);
    return degraded(
      'CertificateExpiring',
      `The certificate expires in ${days} days and has not been renewed. ${adviceOn(
        projection,
      )}`,
      'certificate-expiring',
    );
  }
  return undefined;
}

function judgeIssuing({
  ready,
  issuing,
}: CertificateProjection): Judgement | undefined {
  if (ready?.status === 'True') {
    return undefined;
  }
  if (issuing?.status === 'True' || !ready) {
    return progressing(
      'Issuing',
      `The certificate is being issued. ${
        issuing?.message ? clusterSays(issuing.message) : ''
      }`.trim(),
      'certificate-not-issued',
    );
  }
  return degraded(
    ready.reason ?? 'NotReady',
    `The certificate is not ready: ${clusterSays(
      ready.message ?? 'no message',
    )} Look at its CertificateRequests and their events.`,
    'certificate-not-issued',
  );
}

function judgeRenewal(
  projection: CertificateProjection,
  { now, thresholds }: JudgeContext,
): Judgement | undefined {
  const { renewalTime, notAfter } = projection;
  return ageMs(renewalTime, now) > thresholds.certificateRenewalMs
    ? degraded(
        'RenewalOverdue',
        `The certificate was to be renewed on ${renewalTime} and has not been; it is valid until ${notAfter}. ${adviceOn(
          projection,
        )}`,
        'certificate-expiring',
      )
    : undefined;
}

function adviceOn({ issuing }: CertificateProjection): string {
  return issuing?.message
    ? `The renewal failed: ${clusterSays(issuing.message)}`
    : 'The renewal has probably failed; look at its CertificateRequests and their events.';
}
