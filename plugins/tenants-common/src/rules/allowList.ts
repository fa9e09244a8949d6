import ipaddr from 'ipaddr.js';
import { EnvironmentDescriptor } from '../model';

/** @public */
export type AllowListGuardrails =
  EnvironmentDescriptor['spec']['guardrails']['allowList'];

/**
 * Says what is wrong with one entry of an IP allow-list, or `undefined` when it is acceptable.
 *
 * @public
 */
export function explainCidr(
  entry: string,
  guardrails: AllowListGuardrails,
): string | undefined {
  const [address, prefix, ...rest] = entry.split('/');
  const family = familyOf(address);
  if (!family || rest.length > 0 || !/^\d{1,3}$/.test(prefix ?? '')) {
    return `"${entry}" is not a CIDR such as 203.0.113.0/24 or 2001:db8::/48.`;
  }
  const length = Number(prefix);
  const longest = family === 'ipv4' ? 32 : 128;
  if (length > longest) {
    return `"${entry}" has a prefix longer than /${longest}.`;
  }
  const minimum = guardrails.minimumPrefixLength[family];
  if (length < minimum) {
    return `"${entry}" is too wide: the prefix must be /${minimum} or longer in this environment.`;
  }
  if (family === 'ipv6' && overlapsIpv4(address, length)) {
    return `"${entry}" is IPv4 written as IPv6; write it as IPv4.`;
  }
  const network = networkAddress(entry, family);
  if (network !== ipaddr.parse(address).toString()) {
    return `"${entry}" has bits set behind its prefix; write ${network}/${length}.`;
  }
  return undefined;
}

/**
 * One message for each entry that breaks a rule, with its position; empty when all is well.
 *
 * @public
 */
export function explainAllowList(
  entries: readonly string[],
  guardrails: AllowListGuardrails,
): { index: number; message: string }[] {
  const canonical = entries.map(canonicalEntry);
  const findings = entries.flatMap((entry, index) => {
    const message =
      explainCidr(entry, guardrails) ??
      (canonical.indexOf(canonical[index]) < index
        ? `"${entry}" is listed twice.`
        : undefined);
    return message ? [{ index, message }] : [];
  });
  if (entries.length > guardrails.maximumEntries) {
    findings.push({
      index: guardrails.maximumEntries,
      message: `The list has ${entries.length} entries; at most ${guardrails.maximumEntries} are allowed.`,
    });
  }
  return findings;
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    return 'ipv4';
  }
  return ipaddr.IPv6.isValid(address) && !address.includes('%')
    ? 'ipv6'
    : undefined;
}

function networkAddress(cidr: string, family: 'ipv4' | 'ipv6'): string {
  return family === 'ipv4'
    ? ipaddr.IPv4.networkAddressFromCIDR(cidr).toString()
    : ipaddr.IPv6.networkAddressFromCIDR(cidr).toString();
}

const ipv4InIpv6 = ipaddr.IPv6.parse('::ffff:0:0');
const ipv4InIpv6PrefixLength = 96;

/** Such a network would cover IPv4 addresses by the wide limits of IPv6. */
function overlapsIpv4(address: string, prefixLength: number): boolean {
  const common = Math.min(prefixLength, ipv4InIpv6PrefixLength);
  return ipaddr.IPv6.parse(address).match(ipv4InIpv6, common);
}

/** The same text for the same network; an entry that is none stays as it is. */
function canonicalEntry(entry: string): string {
  const [address, prefix] = entry.split('/');
  return familyOf(address) ? `${ipaddr.parse(address)}/${prefix}` : entry;
}
