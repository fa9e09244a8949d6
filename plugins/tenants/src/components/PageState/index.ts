export { LoadingRows } from './LoadingRows';
export { QueryState } from './QueryState';
export { StateMessage } from './StateMessage';
