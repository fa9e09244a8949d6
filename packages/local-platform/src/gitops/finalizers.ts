/**
 * Holds an Application until what it has applied is gone, and an AppProject until no Application
 * names it.
 */
export const resourcesFinalizer = 'resources-finalizer.argocd.argoproj.io';
