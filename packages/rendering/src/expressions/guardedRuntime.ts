import nunjucks from 'nunjucks';
import type { Encode } from './Expressions';

interface Frame {
  lookup(name: string): unknown;
}

interface Context {
  ctx: object;
}

/** The functions that compiled templates call; Nunjucks exports them without types. */
const { SafeString } = nunjucks.runtime as unknown as {
  SafeString: new (text: string) => { toString(): string };
};

/**
 * Nunjucks' runtime, narrowed so that a template reaches data and nothing else, and so that every
 * value it writes goes through `encode`.
 *
 * Without the narrowing an expression such as `''.constructor.constructor('...')()` would run
 * code of the template's author in the backend.
 */
export function guardedRuntime(runtime: object, encode: Encode): object {
  return {
    ...runtime,
    memberLookup: ownData,
    contextOrFrameLookup: (context: Context, frame: Frame, name: string) =>
      frame.lookup(name) ?? ownData(context.ctx, name),
    suppressValue: (value: unknown) =>
      // The output of a macro consists of values that are encoded already.
      value instanceof SafeString ? value.toString() : encode(value),
  };
}

function ownData(owner: unknown, key: PropertyKey): unknown {
  if (!isPlain(owner) || !Object.hasOwn(owner, key)) {
    return undefined;
  }
  const value = owner[key];
  return typeof value === 'function' ? undefined : value;
}

function isPlain(value: unknown): value is Record<PropertyKey, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value);
  return (
    Array.isArray(value) || prototype === Object.prototype || prototype === null
  );
}
