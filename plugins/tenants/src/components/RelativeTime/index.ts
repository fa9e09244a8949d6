export {
  ElapsedTime,
  elapsedSince,
  RelativeTime,
  relativeTo,
} from './RelativeTime';
