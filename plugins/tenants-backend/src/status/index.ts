export * from './SourceState';
export * from './assembleEnvironment';
export * from './assembleTenant';
export { awaitsReport } from './awaitedReports';
export * from './confirm';
export * from './isSameButForTimes';
export * from './shorten';
export * from './summarizeTenant';
export * from './transitions';
