import { isIPv4, isIPv6 } from 'node:net';

/**
 * The same text for the same network: an address alone is the network of one address. What is
 * neither stays as it is.
 */
export function canonicalCidr(entry: string): string {
  const [address, prefix] = entry.trim().split('/');
  if (isIPv4(address)) {
    return `${address}/${prefix ?? 32}`;
  }
  if (isIPv6(address) && !address.includes('%')) {
    // The URL standard knows the short form of each address.
    const { hostname } = new URL(`http://[${address}]`);
    return `${hostname.slice(1, -1)}/${prefix ?? 128}`;
  }
  return entry;
}
