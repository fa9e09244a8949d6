export { LoadingRows } from './LoadingRows';
export { QueryState } from './QueryState';
export { RefreshFailedNotice } from './RefreshFailedNotice';
export { StateMessage } from './StateMessage';
