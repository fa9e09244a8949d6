import type { Page, Route } from '@playwright/test';

/** Requests to the tenants API that a page cannot do without. */
export const requests = {
  all: /\/api\/tenants\//,
  fleet: /\/api\/tenants\/v1\/tenants(\?|$)/,
  tenant: /\/api\/tenants\/v1\/tenants\/[^/?]+(\?|$)/,
  timeline: /\/api\/tenants\/v1\/tenants\/[^/]+\/timeline/,
  metrics: /\/api\/tenants\/v1\/tenants\/.+\/metrics/,
  rollouts: /\/api\/tenants\/v1\/rollouts(\?|$)/,
};

/** What a backend may answer that is not as well as the one of the tests. */
export const answers = {
  /** Nothing, however long one waits. */
  awaited: () => new Promise<void>(() => {}),
  lost: (route: Route) => route.abort(),
  failed: (route: Route) =>
    answerError(route, 500, 'InternalServerError', 'The store is away.'),
  denied: (route: Route) =>
    answerError(route, 403, 'NotAllowedError', 'Not allowed.'),
  noTenants: (route: Route) =>
    route.fulfill({
      json: {
        items: [],
        totalItems: 0,
        healthCounts: {
          Degraded: 0,
          Missing: 0,
          Unknown: 0,
          Progressing: 0,
          Suspended: 0,
          Healthy: 0,
        },
      },
    }),
  noRollouts: (route: Route) => route.fulfill({ json: { items: [] } }),
};

/** Has the backend answer as told from now on. */
export async function answer(
  page: Page,
  request: keyof typeof requests,
  how: keyof typeof answers,
): Promise<void> {
  await page.route(requests[request], answers[how]);
}

function answerError(
  route: Route,
  status: number,
  name: string,
  message: string,
): Promise<void> {
  return route.fulfill({ status, json: { error: { name, message } } });
}
