export { OnSight } from './OnSight';
