import { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page ready to be sent. */
export interface RenderedPage {
  html: string;
  headers: Record<string, string>;
}

export type PageRenderer = <P>(page: VNode<P>) => RenderedPage;

/**
 * Renders pages on which no script runs and into which nothing is loaded from elsewhere; Preact
 * escapes what goes into them.
 *
 * @param returnUris - where a form may lead in the end; browsers check each redirect after it.
 */
export function createPageRenderer(returnUris: string[]): PageRenderer {
  const origins = new Set(returnUris.map(uri => new URL(uri).origin));
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src 'self'",
      `form-action 'self' ${[...origins].join(' ')}`.trim(),
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'Content-Type': 'text/html; charset=utf-8',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
  return page => ({ html: `<!doctype html>${renderToString(page)}`, headers });
}
