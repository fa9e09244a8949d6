export * from './assembleEnvironment';
export * from './assembleTenant';
export * from './confirm';
export * from './shorten';
export * from './SourceState';
export * from './summarizeTenant';
export * from './transitions';
