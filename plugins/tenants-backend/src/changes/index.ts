export { ChangeTimeline } from './ChangeTimeline';
export { type CommitOrder, DatabaseCommitOrder } from './CommitOrder';
export { DatabaseChangeEventStore } from './DatabaseChangeEventStore';
