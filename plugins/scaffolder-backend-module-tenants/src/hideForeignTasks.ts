import { RequestHandler } from 'express';

const hidden = [403, 404];

/**
 * Answers for a task of somebody else as for one that does not exist. The scaffolder itself answers
 * 403 for the one and 404 for the other, by which anybody could find out which tasks there are. It
 * goes before the routes of one task.
 */
export const hideForeignTasks: RequestHandler = (request, response, next) => {
  // Later they are those of another router.
  const { method, originalUrl: url } = request;
  const { task } = request.params;
  const message = `There is no task "${task}", or it is not yours.`;
  const json = response.json.bind(response);
  response.json = body => {
    if (!hidden.includes(response.statusCode)) {
      return json(body);
    }
    response.status(404);
    return json({
      error: { name: 'NotFoundError', message },
      request: { method, url },
      response: { statusCode: 404 },
    });
  };
  next();
};
