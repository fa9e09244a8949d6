export { RelativeTime, relativeTo } from './RelativeTime';
