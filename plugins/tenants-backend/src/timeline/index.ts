export { TimelineReader } from './TimelineReader';
