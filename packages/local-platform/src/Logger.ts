/** Where the platform reports what it does; a Backstage logger or `console` fits. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
