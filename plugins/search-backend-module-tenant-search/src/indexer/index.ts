export { DocumentIndexer } from './DocumentIndexer';
