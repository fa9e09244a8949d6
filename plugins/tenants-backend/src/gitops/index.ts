export * from './GitOpsAuthorizer';
export * from './GitOpsRequests';
