import { tenantTarget } from '../../faults';
import { KubernetesObject } from '../../kubernetes/ObjectStore';
import { timestamp } from '../../kubernetes/timestamp';
import { ClusterContext } from '../ClusterContext';
import { ObjectCondition, withConditions } from '../conditions';
import { recordEvent } from '../events';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';
import { inventedSecret } from './inventedSecret';

interface Certificate extends KubernetesObject {
  spec: { secretName: string; dnsNames?: string[] };
  status?: CertificateStatus;
}

type CertificateStatus = {
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
const lifetimeMs = 90 * dayMs;
const renewBeforeMs = 30 * dayMs;
/** What is left of a certificate whose renewal has failed all the time. */
const expiringMs = 5 * dayMs;

const ready: ObjectCondition = {
  type: 'Ready',
  status: 'True',
  reason: 'Ready',
  message: 'Certificate is up to date and has not expired',
};

/**
 * Issues certificates and renews them a month before they expire; while the fault
 * `expiring-certificate` is on, as if renewal had failed for weeks.
 */
export function certificateController(
  context: ClusterContext,
): Controller<Certificate> {
  const { store, clock, timings, cluster, faults } = context;

  function reconcile(certificate: Certificate): number | undefined {
    const now = clock.now();
    const target = tenantTarget(cluster, certificate.metadata.namespace ?? '');
    if (target && faults.isActive('expiring-certificate', target)) {
      failRenewal(certificate, now);
      return undefined;
    }
    const { renewalTime, failedIssuanceAttempts } = certificate.status ?? {};
    const renewInMs = Date.parse(renewalTime ?? '') - now.getTime();
    if (renewInMs > 0 && !failedIssuanceAttempts) {
      return renewInMs;
    }
    return issue(certificate, now);
  }

  function issue(certificate: Certificate, now: Date): number | undefined {
    const { metadata, status } = certificate;
    const waitMs =
      Date.parse(metadata.creationTimestamp!) +
      timings.certificate -
      now.getTime();
    if (waitMs > 0) {
      write(certificate, { ...status, conditions: issuing(status, now) });
      return waitMs;
    }
    inventedSecret(store, certificate, {
      name: certificate.spec.secretName,
      type: 'kubernetes.io/tls',
      keys: ['tls.crt', 'tls.key'],
    });
    write(certificate, issued(status, now));
    recordEvent(context, certificate, {
      type: 'Normal',
      reason: 'Issuing',
      message: 'The certificate has been successfully issued',
      component: 'cert-manager-certificates-issuing',
    });
    return lifetimeMs - renewBeforeMs;
  }

  function failRenewal(certificate: Certificate, now: Date): void {
    const status = certificate.status ?? {};
    const latest = now.getTime() + expiringMs;
    if (Date.parse(status.notAfter ?? '') <= latest) {
      return;
    }
    write(certificate, expiring(certificate, now));
    recordEvent(context, certificate, {
      type: 'Warning',
      reason: 'Failed',
      message: failure(certificate),
      component: 'cert-manager-certificates-issuing',
    });
  }

  function write(certificate: Certificate, status: CertificateStatus): void {
    store.updateStatus(referenceOf(certificate), status);
  }

  return { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', reconcile };
}

function issuing(
  status: CertificateStatus | undefined,
  now: Date,
): ObjectCondition[] {
  const message = 'Issuing certificate as Secret does not exist';
  const reason = 'DoesNotExist';
  return withConditions(
    status?.conditions,
    [
      { type: 'Ready', status: 'False', reason, message },
      { type: 'Issuing', status: 'True', reason, message },
    ],
    timestamp(now),
  );
}

function issued(
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

function expiring(
  { status, ...certificate }: Certificate,
  now: Date,
): CertificateStatus {
  const failed: ObjectCondition = {
    type: 'Issuing',
    status: 'False',
    reason: 'Failed',
    message: failure(certificate as Certificate),
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

function failure({ metadata, spec }: Certificate): string {
  const host = spec.dnsNames?.[0] ?? metadata.name;
  return `The certificate request has failed to complete and will be retried: Failed to wait for order resource "${metadata.name}-2-3184020512" to become ready: order is in "invalid" state: DNS01 challenge for "${host}" failed: DNS record for "_acme-challenge.${host}" not yet propagated`;
}
