import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from './userError.mjs';

const timeoutMs = 180_000;
const pauseMs = 500;

/** What has to answer before the portal can be used as the README tells. */
const questions = [
  {
    path: '/.backstage/health/v1/readiness',
    isAnswered: () => true,
  },
  {
    path: '/api/catalog/entities/by-name/template/default/new-canton-client',
    isAnswered: () => true,
  },
  {
    path: '/api/tenants/v1/tenants?limit=1',
    isAnswered: body => body.totalItems > 0,
  },
];

/**
 * Waits until the portal has its template and the tenants of the local platform.
 *
 * @throws UserError naming what did not answer in three minutes
 */
export async function waitForPortal({ url, token, log }) {
  const deadline = Date.now() + timeoutMs;
  for (const { path, isAnswered } of questions) {
    while (!(await answers(`${url}${path}`, token, isAnswered))) {
      if (Date.now() > deadline) {
        throw new UserError(
          `The portal did not answer ${path} in time; see ${log}.`,
        );
      }
      await sleep(pauseMs);
    }
  }
}

async function answers(url, token, isAnswered) {
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok && isAnswered(await response.json());
  } catch {
    return false;
  }
}
