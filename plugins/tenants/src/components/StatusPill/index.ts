export { StatusPill, type Tone } from './StatusPill';
