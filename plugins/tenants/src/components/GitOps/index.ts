export { GitOps } from './GitOps';
