import {
  HttpAuthService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Request, RequestHandler } from 'express';
import { AugmentedRequest, rateLimit } from 'express-rate-limit';
import { callerOf } from './callerOf';
import { readRateLimit } from './config';
import { TooManyRequestsError } from './TooManyRequestsError';

/**
 * What limits are made with.
 *
 * @public
 */
export interface RateLimitOptions {
  config: RootConfigService;
  httpAuth: HttpAuthService;
}

/**
 * Makes a middleware that lets each caller pass a number of times in a window, and then answers
 * 429 with `Retry-After`. Plugins of the backend that act for themselves are not counted; one that
 * acts for a user counts as the user.
 *
 * The numbers are kept in memory: each replica counts for itself.
 *
 * @param name - Name of the limit below `tenants.rateLimits`; limits are counted apart.
 * @param defaultLimit - Requests in a window where the configuration names no number.
 * @throws InputError naming the key of the configuration that is wrong.
 * @public
 */
export function createRateLimit(
  { config, httpAuth }: RateLimitOptions,
  name: string,
  defaultLimit: number,
): RequestHandler {
  const { limit, windowMs } = readRateLimit(config, name, defaultLimit);
  const caller = async (request: Request) => {
    const allow = ['user' as const, 'service' as const, 'none' as const];
    return callerOf((await httpAuth.credentials(request, { allow })).principal);
  };
  return rateLimit({
    limit,
    windowMs,
    // The numbers would make equal answers differ.
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: async request => (await caller(request)) ?? '',
    skip: async request => (await caller(request)) === undefined,
    handler(request, response, next) {
      const { resetTime } = (request as AugmentedRequest).rateLimit;
      const seconds = secondsUntil(resetTime, windowMs);
      response.setHeader('Retry-After', seconds);
      next(
        new TooManyRequestsError(
          `You ask too often: at most ${limit} times in ${
            windowMs / 1_000
          } seconds (limit "${name}"). Try again in ${seconds} seconds.`,
        ),
      );
    },
  });
}

function secondsUntil(time: Date | undefined, windowMs: number): number {
  const milliseconds = time ? time.getTime() - Date.now() : windowMs;
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
