import { readJsonPath } from '../../resources/columns/jsonPath';
import { ContainerLogs, LogLine } from './ContainerLogs';

const intervalMs = 10_000;
const maxLines = 500;

/**
 * Lines for a container that nobody gave lines for: it starts, and then says every ten seconds
 * that it runs. Nothing has run, and the text says no more than the container's status does.
 */
export const simulatedLogs: ContainerLogs = ({
  pod,
  container,
  previous,
  now,
}) => {
  const state = `.status.containerStatuses[?(@.name=="${container}")].${
    previous ? 'lastState.terminated' : 'state'
  }`;
  const read = (path: string) =>
    readJsonPath(pod, `${state}${path}`) as string | undefined;
  const startedAt =
    read('.running.startedAt') ??
    read('.terminated.startedAt') ??
    read('.startedAt');
  if (!startedAt) {
    return [];
  }
  const endedAt = read('.terminated.finishedAt') ?? read('.finishedAt');
  const start = Date.parse(startedAt);
  const end = endedAt ? Date.parse(endedAt) : now.getTime();
  const lines = heartbeats(container, start, end);
  return endedAt
    ? [...lines, { time: new Date(end), text: `${container} has ended` }]
    : lines;
};

function heartbeats(name: string, start: number, end: number): LogLine[] {
  const beats = Math.max(0, Math.floor((end - start) / intervalMs));
  const first = Math.max(0, beats - maxLines + 1);
  return Array.from({ length: beats - first + 1 }, (_, index) => ({
    time: new Date(start + (first + index) * intervalMs),
    text: first + index === 0 ? `${name} is starting` : `${name} is running`,
  }));
}
