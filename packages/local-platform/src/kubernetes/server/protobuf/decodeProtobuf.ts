import { parse, Type } from 'protobufjs';
import { unsupportedMediaType } from '../ApiError';
import { messages, protobufKinds } from './messages';

/** The media type of Kubernetes' Protobuf documents. */
export const protobufType = 'application/vnd.kubernetes.protobuf';

/** What each such document begins with. */
const magic = Buffer.from('k8s\0');

const mapFields = ['annotations', 'binaryData', 'data', 'labels', 'stringData'];

const { root } = parse(messages, { keepCase: true });

/**
 * Reads an object in Protobuf.
 *
 * @throws ApiError for a kind that is not read in Protobuf, an Error for a malformed document.
 */
export function decodeProtobuf(body: Buffer): object {
  if (!body.subarray(0, magic.length).equals(magic)) {
    throw new Error('it does not begin as Protobuf of Kubernetes does');
  }
  const envelope = decode('Unknown', body.subarray(magic.length));
  const { apiVersion = '', kind = '' } = envelope.typeMeta ?? {};
  if (!protobufKinds.includes(`${apiVersion} ${kind}`)) {
    throw unsupportedMediaType(`${protobufType} of a ${kind}`, [
      'application/json',
      'application/yaml',
    ]);
  }
  const raw = Buffer.from(envelope.raw ?? '', 'base64');
  return { ...withoutEmptyTexts(decode(kind, raw)), apiVersion, kind };
}

interface Envelope {
  typeMeta?: { apiVersion?: string; kind?: string };
  /** In Base64. */
  raw?: string;
}

function decode(name: string, bytes: Uint8Array): Envelope {
  const type: Type = root.lookupType(name);
  return type.toObject(type.decode(bytes), { bytes: String, json: true });
}

/** Protobuf carries texts that nobody set as empty ones; in a map, an empty text was set. */
function withoutEmptyTexts(value: object, field?: string): object {
  if (Array.isArray(value) || mapFields.includes(field ?? '')) {
    return value;
  }
  const fields = Object.entries(value)
    .filter(([, item]) => item !== '')
    .map(([name, item]) => [
      name,
      typeof item === 'object' ? withoutEmptyTexts(item, name) : item,
    ]);
  return Object.fromEntries(fields);
}
