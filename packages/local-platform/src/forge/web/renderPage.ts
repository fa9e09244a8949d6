import { Response } from 'express';
import { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

// No script runs on these pages, and nothing is loaded from elsewhere, whatever a repository holds.
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Answers with a page; Preact escapes what goes into it. */
export function sendPage<P>(
  response: Response,
  page: VNode<P>,
  status = 200,
): void {
  response
    .status(status)
    .set({
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
    })
    .type('html')
    .send(`<!doctype html>${renderToString(page)}`);
}
