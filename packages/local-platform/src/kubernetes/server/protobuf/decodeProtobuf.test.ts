import { parse } from 'protobufjs';
import { decodeProtobuf } from './decodeProtobuf';
import { messages } from './messages';

const { root } = parse(messages, { keepCase: true });

function encode(name: string, fields: object): Uint8Array {
  const type = root.lookupType(name);
  return type.encode(type.fromObject(fields)).finish();
}

function documentOf(apiVersion: string, kind: string, raw: Uint8Array): Buffer {
  const typeMeta = { apiVersion, kind };
  return Buffer.concat([
    Buffer.from('k8s\0'),
    encode('Unknown', { typeMeta, raw }),
  ]);
}

describe('decodeProtobuf', () => {
  it('reads an object, without the texts that nobody set', () => {
    const raw = encode('ConfigMap', {
      metadata: { name: 'settings', namespace: '', labels: { empty: '' } },
      data: { size: 'small', empty: '' },
    });
    expect(decodeProtobuf(documentOf('v1', 'ConfigMap', raw))).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', labels: { empty: '' } },
      data: { size: 'small', empty: '' },
    });
  });

  it('gives bytes in Base64', () => {
    const raw = encode('Secret', { data: { password: Buffer.from('geheim') } });
    expect(decodeProtobuf(documentOf('v1', 'Secret', raw))).toMatchObject({
      data: { password: Buffer.from('geheim').toString('base64') },
    });
  });

  it('refuses kinds of which it does not know the fields', () => {
    const document = documentOf('apps/v1', 'Deployment', new Uint8Array());
    expect(() => decodeProtobuf(document)).toThrow(
      expect.objectContaining({ code: 415 }),
    );
  });

  it('refuses what is no Protobuf', () => {
    expect(() => decodeProtobuf(Buffer.from('{}'))).toThrow(
      'it does not begin as Protobuf of Kubernetes does',
    );
    expect(() => decodeProtobuf(Buffer.from('k8s\0\xff\xff'))).toThrow();
  });
});
