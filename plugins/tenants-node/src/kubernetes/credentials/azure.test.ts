import {
  createMockDirectory,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readAzureToken } from './azure';

const authority = 'https://login.microsoftonline.com';
const tenant = '11111111-2222-3333-4444-555555555555';

describe('readAzureToken in a pod with Workload Identity', () => {
  const entra = setupServer();
  registerMswTestHooks(entra);
  const directory = createMockDirectory();
  const environment = process.env;

  beforeEach(() => {
    directory.setContent({ token: 'signed-by-the-cluster' });
    process.env = {
      ...environment,
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: 'portal',
      AZURE_AUTHORITY_HOST: authority,
      AZURE_FEDERATED_TOKEN_FILE: directory.resolve('token'),
      AZURE_TOKEN_CREDENTIALS: 'WorkloadIdentityCredential',
    };
    entra.use(
      http.get(`${authority}/common/discovery/instance`, () =>
        HttpResponse.json({
          tenant_discovery_endpoint: `${authority}/${tenant}/v2.0/.well-known/openid-configuration`,
          metadata: [],
        }),
      ),
      http.get(
        `${authority}/${tenant}/v2.0/.well-known/openid-configuration`,
        () =>
          HttpResponse.json({
            issuer: `${authority}/${tenant}/v2.0`,
            authorization_endpoint: `${authority}/${tenant}/oauth2/v2.0/authorize`,
            token_endpoint: `${authority}/${tenant}/oauth2/v2.0/token`,
            jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys`,
          }),
      ),
    );
  });
  afterEach(() => {
    process.env = environment;
  });

  function answerTokens(answer: object, status = 200) {
    const forms: URLSearchParams[] = [];
    entra.use(
      http.post(
        `${authority}/${tenant}/oauth2/v2.0/token`,
        async ({ request }) => {
          forms.push(new URLSearchParams(await request.text()));
          return HttpResponse.json(answer, { status });
        },
      ),
    );
    return forms;
  }

  it('exchanges the token of the pod for one for AKS', async () => {
    const forms = answerTokens({
      token_type: 'Bearer',
      access_token: 'for-aks',
      expires_in: 3600,
    });
    const { token, expiresAt } = await readAzureToken(
      AbortSignal.timeout(5_000),
    );
    expect(token).toBe('for-aks');
    expect(expiresAt!.getTime() - Date.now()).toBeGreaterThan(3_500_000);
    expect(Object.fromEntries(forms[0])).toMatchObject({
      client_id: 'portal',
      client_assertion: 'signed-by-the-cluster',
      scope: expect.stringContaining(
        '6dae42f8-4368-4678-94ff-3960e28e3630/.default',
      ),
    });
  });

  it('says why Entra gives none', async () => {
    answerTokens(
      {
        error: 'unauthorized_client',
        error_description: 'AADSTS700016: Application portal was not found.',
        correlation_id: tenant,
      },
      400,
    );
    await expect(readAzureToken(AbortSignal.timeout(5_000))).rejects.toThrow(
      /AADSTS700016/,
    );
  });
});
