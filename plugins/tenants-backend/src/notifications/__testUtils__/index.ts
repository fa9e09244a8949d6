export * from './NotifierWorld';
