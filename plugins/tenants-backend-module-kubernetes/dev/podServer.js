// An API server in a thread of its own, so that its work does not count: it lists the pods that it
// is told to have, page by page, keeps watches open, and breaks them when it is asked to.
const { createServer } = require('node:http');
const { parentPort, workerData } = require('node:worker_threads');

const { podsInNamespace } = workerData;

/** About as large as the pod of a chart with a sidecar, with what field managers add to it. */
function pod(index) {
  const env = Array.from({ length: 40 }, (_, n) => ({
    name: `SETTING_${n}`,
    value: `value of the setting ${n}`,
  }));
  const fields = Object.fromEntries(
    env.map(({ name }) => [`k:{"name":"${name}"}`, { '.': {}, 'f:value': {} }]),
  );
  const name = `app-${index % podsInNamespace}`;
  return {
    metadata: {
      name: `${name}-6d4f8b7c9d-x${index}`,
      namespace: `client-${Math.floor(index / podsInNamespace)}-devnet`,
      uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      resourceVersion: String(1000 + index),
      creationTimestamp: '2026-03-01T08:00:00Z',
      labels: { app: name, 'pod-template-hash': '6d4f8b7c9d' },
      ownerReferences: [
        { kind: 'ReplicaSet', name: `${name}-6d4f8b7c9d`, controller: true },
      ],
      managedFields: [{ manager: 'kubelet', fieldsV1: { 'f:spec': fields } }],
    },
    spec: {
      containers: [
        { name, image: `registry.example.com/${name}:0.7.4`, env },
        { name: 'proxy', image: 'registry.example.com/proxy:1.27.0' },
      ],
    },
    status: {
      phase: 'Running',
      startTime: '2026-03-01T08:00:05Z',
      conditions: [
        'PodScheduled',
        'Initialized',
        'ContainersReady',
        'Ready',
      ].map(type => ({
        type,
        status: 'True',
        lastTransitionTime: '2026-03-01T08:00:09Z',
      })),
      containerStatuses: [name, 'proxy'].map(container => ({
        name: container,
        ready: true,
        restartCount: 0,
        state: { running: { startedAt: '2026-03-01T08:00:08Z' } },
        lastState: {},
      })),
    },
  };
}

const texts = Array.from({ length: workerData.pods }, (_, index) =>
  JSON.stringify(pod(index)),
);
const watches = new Set();

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  if (pathname === '/apis') {
    response.end('{"groups":[{"name":"none","versions":[{"version":"v1"}]}]}');
  } else if (pathname === '/version') {
    response.end('{}');
  } else if (pathname !== '/api/v1/pods' && !searchParams.has('watch')) {
    response.end('{"metadata":{"resourceVersion":"9"},"items":[]}');
  } else if (searchParams.has('watch')) {
    watches.add(response);
    response.on('close', () => watches.delete(response));
    response.flushHeaders();
  } else {
    const from = Number(searchParams.get('continue') ?? 0);
    const end = from + Number(searchParams.get('limit') ?? texts.length);
    const next = end < texts.length ? String(end) : undefined;
    const metadata = JSON.stringify({ resourceVersion: '9', continue: next });
    const items = texts.slice(from, end).join(',');
    response.end(
      `{"kind":"PodList","metadata":${metadata},"items":[${items}]}`,
    );
    if (!next) {
      parentPort.postMessage('listed');
    }
  }
});

server.listen(0, '127.0.0.1', () => {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  parentPort.postMessage({ port: server.address().port, bytes });
});

parentPort.on('message', () => {
  const gone = { type: 'ERROR', object: { code: 410, message: 'too old' } };
  watches.forEach(watch => watch.end(`${JSON.stringify(gone)}\n`));
});
