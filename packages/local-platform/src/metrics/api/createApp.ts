import express, { ErrorRequestHandler, Express, RequestHandler } from 'express';
import PromiseRouter from 'express-promise-router';
import { FaultBoard } from '../../faults';
import { SimulatedRuler } from '../rules';
import { SimulatedMetrics } from '../simulation';
import { ApiError, errorAnswer } from './ApiError';
import { expositionContentType, renderExposition } from './exposition';
import { faultsMiddleware } from './faultsMiddleware';
import { Handler } from './handlers';
import {
  handleLabels,
  handleMetadata,
  handleSeries,
  labelValuesHandler,
} from './metadataHandlers';
import { handleQuery, handleQueryRange } from './queryHandlers';
import { RequestParameters } from './RequestParameters';
import { handleAlerts, handleBuildInfo, handleRules } from './statusHandlers';

export interface AppOptions {
  metrics: SimulatedMetrics;
  ruler: SimulatedRuler;
  faults: FaultBoard;
  /** Unix time in seconds. */
  now(): number;
  /** Clusters that have an exposition. */
  clusters(): string[];
  onError(error: unknown): void;
  /** Aborts when the server is about to close. */
  signal: AbortSignal;
}

/** The Prometheus HTTP API over simulated series. */
export function createApp(options: AppOptions): Express {
  const { faults, signal, onError } = options;
  const app = express();
  app.disable('x-powered-by');
  app.get(['/-/healthy', '/-/ready'], (_request, response) => {
    response.type('text/plain').send('The simulated Prometheus is ready.\n');
  });
  app.use(faultsMiddleware(faults, signal));
  app.use('/api/v1', apiRouter(options));
  app.get('/metrics/:cluster', exposition(options));
  app.use((request, _response, next) =>
    next(new ApiError('not_found', `there is no ${request.path}`)),
  );
  app.use(answerError(onError));
  return app;
}

function apiRouter({ metrics, ruler, now }: AppOptions) {
  const context = {
    select: metrics.select.bind(metrics),
    now,
    alerts: () => ruler.alerts(now()),
  };
  const answer =
    (handler: Handler): RequestHandler =>
    async (request, response) => {
      const queryString = request.originalUrl.split('?')[1] ?? '';
      const parameters = new RequestParameters(queryString, request.body);
      const data = await handler(parameters, context);
      response.json({ status: 'success', data });
    };
  const form = express.text({
    type: 'application/x-www-form-urlencoded',
    limit: '64kb',
  });
  const router = PromiseRouter();
  for (const [path, handler] of [
    ['/query', handleQuery],
    ['/query_range', handleQueryRange],
    ['/series', handleSeries],
    ['/labels', handleLabels],
  ] as const) {
    router.route(path).get(answer(handler)).post(form, answer(handler));
  }
  router.get('/label/:name/values', (request, response, next) =>
    answer(labelValuesHandler(request.params.name))(request, response, next),
  );
  router.get('/metadata', answer(handleMetadata));
  router.get('/alerts', answer(handleAlerts));
  router.get('/rules', answer(handleRules));
  router.get('/status/buildinfo', answer(handleBuildInfo));
  return router;
}

function exposition({ metrics, now, clusters }: AppOptions): RequestHandler {
  return ({ params }, response, next) => {
    if (!clusters().includes(params.cluster)) {
      next(new ApiError('not_found', 'there is no such cluster'));
      return;
    }
    response
      .setHeader('Content-Type', expositionContentType)
      .send(renderExposition(metrics.snapshot(params.cluster, now())));
  };
}

function answerError(onError: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { statusCode, body } = errorAnswer(error);
    if (statusCode === 500 && !(error instanceof ApiError)) onError(error);
    response.status(statusCode).json(body);
  };
}
