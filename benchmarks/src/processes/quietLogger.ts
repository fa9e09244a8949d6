import { LoggerService } from '@backstage/backend-plugin-api';

/** Tells only what went wrong, on the standard error. */
export const quietLogger: LoggerService = {
  error: message => process.stderr.write(`${message}\n`),
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => quietLogger,
};
