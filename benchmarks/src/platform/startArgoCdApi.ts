import { createServer } from 'node:http';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import type { ObjectStore } from '@tenantry/local-platform';

const application = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
} as const;

/**
 * Answers the two reads of Argo CD's own API that the community's Argo CD backend makes for an
 * entity: Applications by label selector, and one by name.
 */
export async function startArgoCdApi(hub: ObjectStore): Promise<{
  url: string;
  close(): Promise<void>;
}> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://argocd');
    const name = pathname.split('/applications/')[1];
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        name
          ? hub.get({ ...application, namespace: 'argocd', name })
          : {
              items: listApplications(hub, searchParams.get('selector') ?? ''),
            },
      ),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listApplications(hub: ObjectStore, selector: string) {
  const labels = Object.fromEntries(
    selector
      .split(',')
      .filter(Boolean)
      .map(term => term.split('=')),
  );
  return hub.list({ ...application, namespace: 'argocd', labels });
}
