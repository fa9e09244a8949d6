export * from './Expressions';
