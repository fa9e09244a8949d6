/** Address of the registry with the Splice charts, as Applications name it. */
export const chartRepository =
  'ghcr.io/digital-asset/decentralized-canton-sync/helm';
