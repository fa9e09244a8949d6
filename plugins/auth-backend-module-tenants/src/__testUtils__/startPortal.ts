import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { authModuleTenants } from '../module';

/**
 * The real auth backend on a real identity provider, which need not be there yet.
 *
 * @returns the address of the running auth backend
 */
export async function startPortal(
  metadataUrl: string,
  client: { clientId: string; clientSecret: string },
  auditor: ReturnType<
    typeof mockServices.auditor.mock
  > = mockServices.auditor.mock(),
): Promise<string> {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      authModuleTenants,
      auditor.factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: {
            environment: 'development',
            session: { secret: client.clientSecret },
            providers: {
              oidc: {
                development: { metadataUrl, ...client, prompt: 'auto' },
              },
            },
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return `http://localhost:${port}/api/auth`;
}
