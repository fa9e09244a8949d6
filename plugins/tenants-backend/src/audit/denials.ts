/** What somebody was not allowed to do. */
export interface Denial {
  /** Name of the permission that was missing. */
  permission: string;
  /** The tenant that was asked for, where it was one that there is. */
  tenant?: string;
}

/** Kept beside the errors: in their fields the caller would read it. */
const denials = new WeakMap<object, Denial>();

/** Notes for the audit log that an error, whatever it tells the caller, is a denial. */
export function asDenial<E extends Error>(error: E, denial: Denial): E {
  denials.set(error, denial);
  return error;
}

/** What an error denies; nothing for one that is no denial. */
export function denialOf(error: unknown): Denial | undefined {
  return typeof error === 'object' && error !== null
    ? denials.get(error)
    : undefined;
}
