export { ChangeTimeline } from './ChangeTimeline';
export { DatabaseChangeEventStore } from './DatabaseChangeEventStore';
