import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import {
  ApiError,
  badRequest,
  tooLarge,
  unsupportedMediaType,
} from './ApiError';
import { decodeProtobuf, protobufType } from './protobuf/decodeProtobuf';

/** As much as a real API server takes. */
export const maxBodyBytes = 3 * 1024 * 1024;

const mediaTypes = {
  'application/json': (body: Buffer) => JSON.parse(body.toString('utf8')),
  'application/yaml': parseYaml,
  [protobufType]: decodeProtobuf,
};

/** @throws ApiError when the body is too large. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection has to stay, for the answer to a body that is too large.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maxBodyBytes) {
      throw tooLarge(maxBodyBytes);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The media type of a body, without parameters. */
export function mediaTypeOf(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0].trim().toLowerCase();
}

/**
 * Reads the document in a body.
 *
 * @throws ApiError when its media type is not known, or it is malformed.
 */
export function parseBody(body: Buffer, contentType?: string): unknown {
  const type = mediaTypeOf(contentType) || 'application/json';
  if (!isKnown(type)) {
    throw unsupportedMediaType(type, Object.keys(mediaTypes));
  }
  return parseWith(mediaTypes[type], body);
}

/** Reads a document in YAML, of which JSON is a part. */
export function parseYamlBody(body: Buffer): unknown {
  return parseWith(parseYaml, body);
}

function parseWith(read: (body: Buffer) => unknown, body: Buffer): unknown {
  try {
    return withoutPrototypes(read(body));
  } catch (error) {
    if (error instanceof ApiError) {
      throw error;
    }
    const [reason] = String((error as Error).message).split('\n');
    throw badRequest(`the body of the request cannot be read: ${reason}`);
  }
}

function parseYaml(body: Buffer): unknown {
  return parse(body.toString('utf8'), { maxAliasCount: 20 });
}

/** No honest client names a field so; merging it would reach every object of this process. */
function withoutPrototypes(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document ?? null), (name, value) => {
    if (name === '__proto__') {
      throw new Error('the field name "__proto__" is not allowed');
    }
    return value;
  });
}

function isKnown(type: string): type is keyof typeof mediaTypes {
  return Object.hasOwn(mediaTypes, type);
}
