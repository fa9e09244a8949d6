import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createEksToken } from './aws';

const config = new ConfigReader({
  aws: {
    mainAccount: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'hidden-key' },
  },
});
const id = 'devnet-eks';

const assumed = `<AssumeRoleResponse><AssumeRoleResult><Credentials>
  <AccessKeyId>ASIAROLE</AccessKeyId>
  <SecretAccessKey>hidden-too</SecretAccessKey>
  <SessionToken>session</SessionToken>
  <Expiration>2099-01-01T00:00:00Z</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;
const denied = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>
  <Message>portal is not authorized to perform: sts:AssumeRole</Message>
</Error></ErrorResponse>`;

function linkIn(token: string): URL {
  expect(token).toMatch(/^k8s-aws-v1\.[\w-]+$/);
  const encoded = token.slice('k8s-aws-v1.'.length);
  return new URL(Buffer.from(encoded, 'base64url').toString('utf8'));
}

describe('createEksToken', () => {
  const environment = process.env;

  beforeEach(() => {
    process.env = { ...environment, AWS_REGION: 'eu-west-1' };
  });
  afterEach(() => {
    process.env = environment;
  });

  it('signs a link for one cluster, by which AWS tells who the caller is', async () => {
    const { token } = await createEksToken({ id }, config);
    const { protocol, host, pathname, searchParams } = linkIn(token);
    expect(`${protocol}//${host}${pathname}`).toBe(
      'https://sts.eu-west-1.amazonaws.com/',
    );
    expect(Object.fromEntries(searchParams)).toEqual({
      Action: 'GetCallerIdentity',
      Version: '2011-06-15',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': expect.stringMatching(
        /^AKIAEXAMPLE\/\d{8}\/eu-west-1\/sts\/aws4_request$/,
      ),
      'X-Amz-Date': expect.stringMatching(/^\d{8}T\d{6}Z$/),
      'X-Amz-Expires': '60',
      'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('signs another link for another cluster', async () => {
    const [one, other] = await Promise.all(
      [id, 'testnet-eks'].map(name => createEksToken({ id: name }, config)),
    );
    expect(signatureIn(one.token)).not.toBe(signatureIn(other.token));
  });

  function signatureIn(token: string): string | null {
    return linkIn(token).searchParams.get('X-Amz-Signature');
  }

  describe('for the account of another', () => {
    const sts = setupServer();
    registerMswTestHooks(sts);
    const role = 'arn:aws:iam::123456789012:role/tenantry';

    it('assumes the role first', async () => {
      let asked = new URLSearchParams();
      sts.use(
        http.post(
          'https://sts.eu-west-1.amazonaws.com/',
          async ({ request }) => {
            asked = new URLSearchParams(await request.text());
            return HttpResponse.xml(assumed);
          },
        ),
      );
      const { token } = await createEksToken(
        { id, role, externalId: 'shared' },
        config,
      );
      expect(Object.fromEntries(asked)).toMatchObject({
        Action: 'AssumeRole',
        RoleArn: role,
        ExternalId: 'shared',
      });
      const { searchParams } = linkIn(token);
      expect(searchParams.get('X-Amz-Credential')).toMatch(/^ASIAROLE\//);
      expect(searchParams.get('X-Amz-Security-Token')).toBe('session');
    });

    it('says why it may not', async () => {
      sts.use(
        http.post('https://sts.eu-west-1.amazonaws.com/', () =>
          HttpResponse.xml(denied, { status: 403 }),
        ),
      );
      await expect(createEksToken({ id, role }, config)).rejects.toThrow(
        'is not authorized to perform: sts:AssumeRole',
      );
    });
  });

  it('ends a minute before EKS refuses it', async () => {
    const before = Date.now();
    const { expiresAt } = await createEksToken({ id }, config);
    const minutes = (expiresAt!.getTime() - before) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(14);
    expect(minutes).toBeLessThan(15);
  });

  it('asks the service of the part of AWS where the region is', async () => {
    process.env.AWS_REGION = 'cn-north-1';
    const { token } = await createEksToken({ id }, config);
    expect(linkIn(token).host).toBe('sts.cn-north-1.amazonaws.com.cn');
  });
});
