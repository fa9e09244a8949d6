import { isError } from '@backstage/errors';
import { asSentence } from '../sources';
import { KubernetesKind } from './KubernetesKind';

/**
 * Why a server could not be asked: one CamelCase word, and a sentence or two for a person that
 * never hold a credential.
 */
export interface Failure {
  reason: string;
  message: string;
}

const byStatus: Record<number, Failure> = {
  401: {
    reason: 'CredentialsRefused',
    message:
      'The API server refused the credentials. The token has probably expired or was revoked, or the cluster does not know the identity; look at this cluster in kubernetes.clusterLocatorMethods.',
  },
};

const timeout: Failure = {
  reason: 'Timeout',
  message: 'The API server did not answer in time. It is probably overloaded.',
};
const broken: Failure = {
  reason: 'Unreachable',
  message:
    'The connection to the API server breaks. It is probably down, or something in between cuts it.',
};
const noWay: Failure = {
  reason: 'Unreachable',
  message:
    'The API server does not accept the connection in time. Check the network between the portal and the cluster.',
};

const byCode: Record<string, Failure> = {
  ECONNREFUSED: {
    reason: 'Unreachable',
    message: 'The API server refuses connections. It is probably down.',
  },
  ENOTFOUND: {
    reason: 'Unreachable',
    message:
      'The name of the API server cannot be resolved. Check its address and the DNS.',
  },
  ECONNRESET: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ETIMEDOUT: noWay,
  UND_ERR_CONNECT_TIMEOUT: noWay,
  UND_ERR_BODY_TIMEOUT: timeout,
  UND_ERR_HEADERS_TIMEOUT: timeout,
};

const notJson: Failure = {
  reason: 'InvalidAnswer',
  message:
    'The address of the API server answers something that is not JSON. Check that nothing stands in between.',
};

/** Says why asking an API server failed, about a kind where it was asked for one. */
export function explainFailure(
  error: unknown,
  kind?: KubernetesKind<unknown>,
): Failure {
  if (!isError(error)) {
    return unexplained('no error was given');
  }
  const { statusCode, code, name } = error as {
    statusCode?: number;
    code?: string;
    name: string;
  };
  if (name === 'TimeoutError') {
    return timeout;
  }
  if (name === 'SyntaxError') {
    return notJson;
  }
  if (name === 'CredentialsError') {
    return { reason: 'NoCredentials', message: error.message };
  }
  if (statusCode === 403) {
    return forbidden(kind);
  }
  const known = byStatus[statusCode ?? 0] ?? byCode[code ?? ''];
  if (known) {
    return known;
  }
  return isCertificateProblem(code)
    ? {
        reason: 'CertificateNotTrusted',
        message: `The certificate of the API server is not trusted (${code}). Check the caData of this cluster.`,
      }
    : unexplained(error.message);
}

function forbidden(kind: KubernetesKind<unknown> | undefined): Failure {
  const rule = kind
    ? `Add to its ClusterRole: apiGroups: ["${kind.group}"], resources: ["${kind.plural}"], verbs: ["get", "list", "watch"].`
    : 'Grant it get, list and watch.';
  return {
    reason: 'Forbidden',
    message: `The service account may not list and watch these objects. ${rule}`,
  };
}

function isCertificateProblem(code: string | undefined): code is string {
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code ?? '');
}

function unexplained(cause: string): Failure {
  return {
    reason: 'Unreachable',
    message: `The API server could not be asked: ${asSentence(cause)}`,
  };
}
