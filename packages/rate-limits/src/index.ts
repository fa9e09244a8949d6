/**
 * Limits how often each caller may ask for what is expensive.
 *
 * @packageDocumentation
 */
export * from './createRateLimit';
export * from './TooManyRequestsError';
