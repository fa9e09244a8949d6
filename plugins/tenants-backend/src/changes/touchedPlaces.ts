/** What a change touches below `clients/`. */
export interface TouchedPlace {
  tenant: string;
  /** Absent for what all environments of the tenant share. */
  environment?: string;
}

const pathPattern = /^clients\/([^/]+)\/(?:([^/]+)\/)?/;

/** Finds the tenants and environments whose files a change touches, each once. */
export function touchedPlaces(paths: readonly string[]): TouchedPlace[] {
  const places = new Map<string, TouchedPlace>();
  for (const path of paths) {
    const [folder, tenant, environment] = pathPattern.exec(path) ?? [];
    if (folder && tenant) {
      places.set(folder, { tenant, ...(environment && { environment }) });
    }
  }
  return [...places.values()];
}
