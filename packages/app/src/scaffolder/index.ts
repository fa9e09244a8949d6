export { scaffolderPlugin } from './scaffolderPlugin';
