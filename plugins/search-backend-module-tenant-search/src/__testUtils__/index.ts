export { searchOn, testDatabases } from './searchOn';
export type { SampleDocument } from './searchOn';
