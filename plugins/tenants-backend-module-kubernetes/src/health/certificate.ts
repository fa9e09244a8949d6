import {
  asSentence,
  Condition,
  conditionsOf,
  textAt,
} from '@tenantry/plugin-tenants-node';
import {
  degraded,
  healthy,
  Judgement,
  ObservedKind,
  progressing,
} from './ObservedKind';

/** What is kept of a certificate. */
export interface CertificateProjection {
  ready?: Condition;
  issuing?: Condition;
  /** RFC 3339. */
  notAfter?: string;
}

const dayMs = 24 * 3_600_000;
/** cert-manager renews long before; what is left with less has failed to renew for days. */
const expiringMs = 14 * dayMs;

export const certificate: ObservedKind<CertificateProjection> = {
  kind: 'Certificate',
  group: 'cert-manager.io',
  versions: ['v1'],
  plural: 'certificates',
  project(object) {
    const conditions = conditionsOf(object);
    return {
      ready: conditions.get('Ready'),
      issuing: conditions.get('Issuing'),
      notAfter: textAt(object, 'status', 'notAfter'),
    };
  },
  judge(projection, now) {
    return judgeExpiry(projection, now) ?? judgeIssuing(projection);
  },
};

function judgeExpiry(
  { notAfter, issuing }: CertificateProjection,
  now: Date,
): Judgement | undefined {
  const leftMs = Date.parse(notAfter ?? '') - now.getTime();
  const advice = issuing?.message
    ? `The renewal failed: ${asSentence(issuing.message)}`
    : 'The renewal has probably failed; look at its CertificateRequests and their events.';
  if (leftMs <= 0) {
    return degraded(
      'CertificateExpired',
      `The certificate expired on ${notAfter}; clients refuse to connect. ${advice}`,
    );
  }
  if (leftMs < expiringMs) {
    const days = Math.floor(leftMs / dayMs);
    return degraded(
      'CertificateExpiring',
      `The certificate expires in ${days} days and has not been renewed. ${advice}`,
    );
  }
  return undefined;
}

function judgeIssuing({ ready, issuing }: CertificateProjection): Judgement {
  if (ready?.status === 'True') {
    return healthy;
  }
  if (issuing?.status === 'True' || !ready) {
    return progressing(
      'Issuing',
      `The certificate is being issued. ${issuing?.message ?? ''}`.trim(),
    );
  }
  return degraded(
    ready.reason ?? 'NotReady',
    `The certificate is not ready: ${asSentence(
      ready.message ?? 'no message',
    )} Look at its CertificateRequests and their events.`,
  );
}
