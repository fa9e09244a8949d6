export * from './assembleEnvironment';
export * from './assembleTenant';
export * from './SourceState';
export * from './transitions';
