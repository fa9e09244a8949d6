import { LoggerService } from '@backstage/backend-plugin-api';

/** Writes one line for each report to the standard error; what is only for debugging is left out. */
export function createConsoleLogger(): LoggerService {
  const write = (level: string) => (message: string | Error) => {
    const text = message instanceof Error ? message.message : message;
    process.stderr.write(`${new Date().toISOString()} ${level} ${text}\n`);
  };
  const logger: LoggerService = {
    error: write('error'),
    warn: write('warn'),
    info: write('info'),
    debug: () => {},
    child: () => logger,
  };
  return logger;
}
