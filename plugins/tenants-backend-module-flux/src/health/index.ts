export * from './judgeFluxObject';
export * from './judgeWithSource';
export * from './Outcomes';
export * from './SourceState';
