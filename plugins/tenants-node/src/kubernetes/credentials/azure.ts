import { ClusterToken } from './ClusterToken';

/** The AKS server application of Microsoft Entra, the same for every cluster. */
const scope = '6dae42f8-4368-4678-94ff-3960e28e3630/.default';

/**
 * Reads an access token for AKS of the identity that Azure's environment variables name, as those
 * of Workload Identity, or else of the managed identity.
 *
 * @throws Error when Microsoft Entra gives none.
 */
export async function readAzureToken(
  signal: AbortSignal,
): Promise<ClusterToken> {
  const { DefaultAzureCredential } = load();
  const { token, expiresOnTimestamp } =
    await new DefaultAzureCredential().getToken(scope, { abortSignal: signal });
  return { token, expiresAt: new Date(expiresOnTimestamp) };
}

/** Only where a cluster needs it; `import` would do the same, but for the test runner. */
function load(): typeof import('@azure/identity') {
  return require('@azure/identity');
}
