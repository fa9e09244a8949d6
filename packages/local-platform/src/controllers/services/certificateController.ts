import { tenantTarget } from '../../faults';
import { ClusterContext } from '../ClusterContext';
import { recordEvent } from '../events';
import { Controller } from '../startController';
import { referenceOf } from '../workloads/Workload';
import {
  Certificate,
  CertificateStatus,
  expiring,
  expiringMs,
  failure,
  issued,
  issuing,
  lifetimeMs,
  renewBeforeMs,
} from './certificateStatus';
import { inventedSecret } from './inventedSecret';

class CertificateController implements Controller<Certificate> {
  readonly apiVersion = 'cert-manager.io/v1';
  readonly kind = 'Certificate';
  readonly #context: ClusterContext;

  constructor(context: ClusterContext) {
    this.#context = context;
  }

  reconcile(certificate: Certificate): number | undefined {
    const { clock, cluster, faults } = this.#context;
    const now = clock.now();
    const { metadata, status } = certificate;
    const target = tenantTarget(cluster, metadata.namespace ?? '');
    const expires = target && faults.isActive('expiring-certificate', target);
    if (expires && status?.notAfter) {
      this.#failRenewal(certificate, now);
      return undefined;
    }
    const renewInMs = Date.parse(status?.renewalTime ?? '') - now.getTime();
    return renewInMs > 0 && !status?.failedIssuanceAttempts
      ? renewInMs
      : this.#issue(certificate, now);
  }

  #issue(certificate: Certificate, now: Date): number | undefined {
    const { store, timings } = this.#context;
    const { metadata, spec, status } = certificate;
    const createdAt = Date.parse(metadata.creationTimestamp!);
    const waitMs = createdAt + timings.certificate - now.getTime();
    if (waitMs > 0) {
      this.#write(certificate, issuing(status, now));
      return waitMs;
    }
    inventedSecret(store, certificate, {
      name: spec.secretName,
      type: 'kubernetes.io/tls',
      keys: ['tls.crt', 'tls.key'],
    });
    this.#write(certificate, issued(status, now));
    const message = 'The certificate has been successfully issued';
    this.#record(certificate, 'Normal', 'Issuing', message);
    return lifetimeMs - renewBeforeMs;
  }

  #failRenewal(certificate: Certificate, now: Date): void {
    const notAfter = Date.parse(certificate.status?.notAfter ?? '');
    if (notAfter > now.getTime() + expiringMs) {
      this.#write(certificate, expiring(certificate, now));
      this.#record(certificate, 'Warning', 'Failed', failure(certificate));
    }
  }

  #write(certificate: Certificate, status: CertificateStatus): void {
    this.#context.store.updateStatus(referenceOf(certificate), status);
  }

  #record(
    certificate: Certificate,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): void {
    const component = 'cert-manager-certificates-issuing';
    recordEvent(this.#context, certificate, {
      type,
      reason,
      message,
      component,
    });
  }
}

/**
 * Issues certificates and renews them a month before they expire; while the fault
 * `expiring-certificate` is on, as if renewal had failed for weeks.
 */
export function certificateController(
  context: ClusterContext,
): Controller<Certificate> {
  return new CertificateController(context);
}
