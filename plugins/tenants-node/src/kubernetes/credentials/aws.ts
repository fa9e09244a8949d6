import { Config } from '@backstage/config';
import { ClusterToken } from './ClusterToken';

/** What the token of one EKS cluster is made for. */
export interface EksCluster {
  /** Name of the cluster in EKS, which the token is bound to. */
  id: string;
  /** ARN of the role to assume first. */
  role?: string;
  /** What the role asks for from others than its own account. */
  externalId?: string;
}

/** As `aws eks get-token` does; EKS itself takes the token for 15 minutes after its date. */
const linkSeconds = 60;
const tokenMs = 14 * 60_000;

/**
 * Makes a token for EKS: a signed link by which EKS asks AWS who the caller is. It is signed here;
 * nobody is asked for it, unless for the credentials to sign with.
 *
 * @throws Error when there are no credentials.
 */
export async function createEksToken(
  cluster: EksCluster,
  config: Config,
): Promise<ClusterToken> {
  const now = new Date();
  const link = await signLink(cluster, config, now);
  return {
    token: `k8s-aws-v1.${Buffer.from(link).toString('base64url')}`,
    expiresAt: new Date(now.getTime() + tokenMs),
  };
}

async function signLink(
  cluster: EksCluster,
  config: Config,
  now: Date,
): Promise<string> {
  const { SignatureV4, Sha256 } = loadSigning();
  const region = process.env.AWS_REGION ?? 'us-east-1';
  const host = stsHost(region);
  const signer = new SignatureV4({
    credentials: await findCredentials(cluster, region, config),
    region,
    service: 'sts',
    sha256: Sha256,
  });
  const { query } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: host,
      path: '/',
      headers: { host, 'x-k8s-aws-id': cluster.id },
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    },
    { expiresIn: linkSeconds, signingDate: now },
  );
  return `https://${host}/?${new URLSearchParams(
    query as Record<string, string>,
  )}`;
}

/** Those of the `aws` section, or else of the environment, as with IAM roles for pods. */
async function findCredentials(
  { role, externalId }: EksCluster,
  region: string,
  config: Config,
) {
  const { DefaultAwsCredentialsManager, fromTemporaryCredentials } =
    loadCredentials();
  const manager = DefaultAwsCredentialsManager.fromConfig(config);
  const { sdkCredentialProvider } = await manager.getCredentialProvider();
  return role
    ? fromTemporaryCredentials({
        masterCredentials: sdkCredentialProvider,
        clientConfig: { region },
        params: { RoleArn: role, ExternalId: externalId },
      })
    : sdkCredentialProvider;
}

function stsHost(region: string): string {
  const domain = region.startsWith('cn-')
    ? 'amazonaws.com.cn'
    : 'amazonaws.com';
  return `sts.${region}.${domain}`;
}

// Both only where a cluster needs them; `import` would do the same, but for the test runner.

function loadSigning() {
  const signature: typeof import('@smithy/signature-v4') = require('@smithy/signature-v4');
  const hash: typeof import('@aws-crypto/sha256-js') = require('@aws-crypto/sha256-js');
  return { ...signature, ...hash };
}

function loadCredentials() {
  const integration: typeof import('@backstage/integration-aws-node') = require('@backstage/integration-aws-node');
  const providers: typeof import('@aws-sdk/credential-providers') = require('@aws-sdk/credential-providers');
  return { ...integration, ...providers };
}
