export * from './ControlClient';
export * from './startControlApi';
