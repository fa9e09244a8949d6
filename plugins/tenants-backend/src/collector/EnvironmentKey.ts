/** `<tenant>/<environment>`; the slash occurs in neither, so no two places have the same key. */
export type EnvironmentKey = string;

export function keyOf(place: {
  tenant: string;
  environment: string;
}): EnvironmentKey {
  return `${place.tenant}/${place.environment}`;
}
