import { ServerResponse } from 'node:http';
import { KubernetesObject } from '../../ObjectStore';
import { readJsonPath } from '../../resources/columns/jsonPath';
import { Call, Reply } from '../ApiContext';
import { badRequest } from '../ApiError';
import { findObject, getObject } from '../read';
import { LogLine } from './ContainerLogs';
import { readLogOptions, LogOptions } from './readLogOptions';

const pollIntervalMs = 1000;
const maxFollowMs = 3_600_000;

/**
 * Answers a request for the log of a container.
 *
 * @throws ApiError when the container is not named and there are several, or does not exist.
 */
export function answerLogs(call: Call): Reply {
  const pod = getObject(call);
  const container = chooseContainer(pod, call.request.query.get('container'));
  const options = readLogOptions(call.request.query);
  const read = (current: KubernetesObject) =>
    call.context.logs({
      pod: current,
      container,
      previous: options.previous,
      now: call.context.now(),
    });
  const lines = options.select(read(pod), call.context.now());
  if (!options.follow) {
    const body = lines.map(line => options.format(line)).join('');
    return { code: 200, body, contentType: 'text/plain' };
  }
  return {
    stream: response => follow(response, { call, lines, options, read }),
  };
}

interface Following {
  call: Call;
  /** The lines to begin with. */
  lines: LogLine[];
  options: LogOptions;
  read(pod: KubernetesObject): LogLine[];
}

/** Writes new lines until the pod or the reader is gone, or the time is over. */
function follow(response: ServerResponse, following: Following): void {
  const { call, lines, options, read } = following;
  let last = lines.at(-1)?.time ?? call.context.now();
  const write = (line: LogLine) => response.write(options.format(line));
  const poll = () => {
    const pod = findObject(call);
    if (!pod) {
      response.end();
      return;
    }
    const fresh = read(pod).filter(({ time }) => time > last);
    last = fresh.at(-1)?.time ?? last;
    fresh.forEach(write);
  };
  call.context.streams.add(response);
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.flushHeaders();
  lines.forEach(write);
  const timer = setInterval(poll, pollIntervalMs);
  const end = setTimeout(() => response.end(), maxFollowMs);
  response.once('close', () => {
    clearInterval(timer);
    clearTimeout(end);
  });
}

function chooseContainer(pod: KubernetesObject, wanted: string | null): string {
  const namesAt = (path: string) =>
    ((readJsonPath(pod, path) ?? []) as { name: string }[]).map(
      ({ name }) => name,
    );
  const containers = namesAt('.spec.containers');
  const all = [...containers, ...namesAt('.spec.initContainers')];
  const { name } = pod.metadata;
  if (!wanted && containers.length > 1) {
    throw badRequest(
      `a container name must be specified for pod ${name}, choose one of: [${all.join(
        ' ',
      )}]`,
    );
  }
  const chosen = wanted || containers[0];
  if (!all.includes(chosen)) {
    throw badRequest(`container ${chosen} is not valid for pod ${name}`);
  }
  return chosen;
}
