export { createApp } from './createApp';
