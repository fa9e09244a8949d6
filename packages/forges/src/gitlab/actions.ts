import { FileOperation } from '../change/planOperations';

/**
 * Writes an operation as `actions` of a commit; the mode is an action of its own
 * (https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions).
 */
export function toActions(operation: FileOperation): object[] {
  const { path: file_path, current } = operation;
  if (operation.operation === 'delete') {
    return [{ action: 'delete', file_path }];
  }
  const { content, mode } = operation;
  const write = {
    action: operation.operation,
    file_path,
    content: Buffer.from(content, 'utf8').toString('base64'),
    encoding: 'base64',
  };
  if (mode === (current?.mode ?? '100644')) {
    return [write];
  }
  const execute_filemode = mode === '100755';
  return [write, { action: 'chmod', file_path, execute_filemode }];
}
