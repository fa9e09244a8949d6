const prefix = 'refs/heads/';

/**
 * The branches that a push wants to change: what stands before the first flush packet of
 * `git-receive-pack`'s request, as `<before> <after> <reference>` in packets with their length in
 * four hexadecimal digits (https://git-scm.com/docs/protocol-common#_pkt_line_format).
 */
export function pushedBranches(body: Buffer): string[] {
  const branches: string[] = [];
  for (let offset = 0; offset + 4 <= body.length; ) {
    const length = parseInt(body.toString('latin1', offset, offset + 4), 16);
    if (!(length > 4)) {
      break;
    }
    const line = body.toString('utf8', offset + 4, offset + length);
    const reference = line.split('\0')[0].trim().split(' ')[2];
    if (reference?.startsWith(prefix)) {
      branches.push(reference.slice(prefix.length));
    }
    offset += length;
  }
  return branches;
}
