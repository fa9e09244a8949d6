import { ForgeUrls } from '../api/urls';
import { ForgeContext } from '../core/ForgeContext';
import { ForgeUser } from '../types';
import { FormToken } from './formToken';

/** What the pages work with. */
export interface WebContext extends ForgeContext {
  /** Addresses relative to the root of the forge. */
  urls: ForgeUrls;
  operator: ForgeUser;
  portalUrl?: string;
  formToken: FormToken;
}

/** What every page shows around its content. */
export interface PageFrame {
  owner: string;
  name: string;
  defaultBranch: string;
  cloneUrl: string;
  openPullRequests: number;
  urls: ForgeUrls;
}

/** Reads what every page shows around its content. */
export function readFrame(web: WebContext): PageFrame {
  const { url, urls, repository, store } = web;
  const open = store.records.pullRequests.filter(
    record => record.state === 'open',
  );
  return {
    ...repository,
    cloneUrl: `${url}${urls.repository}.git`,
    openPullRequests: open.length,
    urls,
  };
}
