export { DocumentReader } from './DocumentReader';
export type { DocumentQuery, FoundDocument } from './DocumentReader';
export { DocumentWriter } from './DocumentWriter';
export { migrateDatabase } from './migrateDatabase';
export { prepareDocument } from './prepareDocument';
export type { PreparedDocument } from './prepareDocument';
