export { Timeline } from './Timeline';
export {
  toRequest,
  useTimelineFilters,
  type TimelineFilters,
} from './useTimelineFilters';
