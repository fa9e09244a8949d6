export * from './EventLoop';
export * from './FakeApiServer';
export * from './kinds';
export * from './RecordingSink';
export * from './TestBindings';
export * from './waitFor';
