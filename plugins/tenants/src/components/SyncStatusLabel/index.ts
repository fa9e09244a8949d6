export { SyncStatusLabel } from './SyncStatusLabel';
