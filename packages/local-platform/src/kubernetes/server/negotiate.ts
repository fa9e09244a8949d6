import { notAcceptable } from './ApiError';

/** A form in which the API gives an object. */
export type MediaForm =
  | { as: 'object' }
  | { as: 'table'; version: 'v1' | 'v1beta1' }
  | { as: 'metadata' }
  | { as: 'discovery' };

interface MediaType {
  type: string;
  parameters: Record<string, string>;
}

/**
 * The first form in an Accept header that the API server can give.
 *
 * @throws ApiError when there is none.
 */
export function negotiate(accept: string | undefined): MediaForm {
  if (!accept) {
    return { as: 'object' };
  }
  const form = accept.split(',').map(parse).map(toForm).find(Boolean);
  if (!form) {
    throw notAcceptable(accept);
  }
  return form;
}

function parse(text: string): MediaType {
  const [type, ...parameters] = text.split(';').map(part => part.trim());
  return {
    type,
    parameters: Object.fromEntries(
      parameters.map(parameter => parameter.split('=', 2)),
    ),
  };
}

function toForm({ type, parameters }: MediaType): MediaForm | undefined {
  const isJson = /^(application\/json|application\/\*|\*\/\*)$/.test(type);
  const { as, g: group, v: version } = parameters;
  if (!isJson) {
    return undefined;
  }
  if (as === undefined) {
    return { as: 'object' };
  }
  if (group === 'apidiscovery.k8s.io' && version === 'v2') {
    return { as: 'discovery' };
  }
  if (group !== 'meta.k8s.io' || (version !== 'v1' && version !== 'v1beta1')) {
    return undefined;
  }
  if (as === 'Table') {
    return { as: 'table', version };
  }
  return as.startsWith('PartialObjectMetadata')
    ? { as: 'metadata' }
    : undefined;
}
