import { application } from 'express';
import { RouterStack } from './mountedRoutes';

interface Application {
  name: string;
  lazyrouter(): void;
  _router: RouterStack;
}

/**
 * Lets `mountedRoutes` see the routes of whole applications that plugins mount as routers:
 * `express-promise-router` keeps the stack of what it wraps only when that is called `router`.
 */
export function showApplications(): void {
  const { init } = application;
  application.init = function initVisibly(this: unknown) {
    const app = this as Application;
    init.call(app as never);
    Object.defineProperty(app, 'name', { value: 'router' });
    Object.defineProperty(app, 'stack', {
      enumerable: true,
      get() {
        app.lazyrouter();
        return app._router.stack;
      },
    });
  };
}
