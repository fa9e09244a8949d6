import { Answer } from './ask';
import { Client, ClientNames } from './Client';
import { Probe } from './Probe';

/** A probe with what it was answered. */
export interface Asked {
  probe: Probe;
  names: ClientNames;
  answer: Answer;
}

/** A mark of the client in the answer that the question does not hold. */
export function markIn(
  { marks }: Client,
  { probe, answer }: Asked,
): string | undefined {
  const question = questionOf(probe);
  return marks.find(
    mark => occursIn(mark, answer.text) && !occursIn(mark, question),
  );
}

function occursIn(mark: string, text: string): boolean {
  return asWord(mark).test(text);
}

/** As a word of its own: acme-1 does not occur in acme-10. */
function asWord(word: string): RegExp {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`, 'gi');
}

function questionOf({ path, body }: Probe): string {
  return `${decoded(path)} ${path} ${JSON.stringify(body ?? '')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** How an answer differs from the one for a client that does not exist, if it does. */
export function differenceOf(
  asked: Asked,
  ofAbsent: Asked,
): string | undefined {
  if (asked.answer.status !== ofAbsent.answer.status) {
    return `answers ${asked.answer.status}, and ${ofAbsent.answer.status} for a client that does not exist`;
  }
  const [mine, others] = [masked(asked), masked(ofAbsent)];
  return mine === others
    ? undefined
    : `answers another text than for a client that does not exist: ${excerpt(
        mine,
        others,
      )}`;
}

/** The text without what was asked, and without what differs from answer to answer. */
function masked({ probe, names, answer }: Asked): string {
  const inPlugin = probe.path.replace(/^\/api\/[^/]+/, '');
  const asked = [
    ...[probe.path, inPlugin].flatMap(path => [path, decoded(path)]),
    ...(probe.says ?? []).flatMap(word => [word, decoded(word)]),
    ...Object.values(names),
    names.tenant.replaceAll('-', '_'),
  ];
  const longestFirst = [...new Set(asked)].sort((a, b) => b.length - a.length);
  return longestFirst
    .reduce((text, word) => withoutWord(text, word), answer.text)
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?[\d.]*Z?/g, '<time>')
    .replace(/Unexpected token .* is not valid JSON/, '<no JSON>');
}

function withoutWord(text: string, word: string): string {
  const inJson = JSON.stringify(word).slice(1, -1);
  return text
    .replace(asWord(word), '<asked>')
    .replace(asWord(inJson), '<asked>');
}

/** Around the first place where two texts differ. */
function excerpt(mine: string, others: string): string {
  const at = [...mine].findIndex((letter, index) => letter !== others[index]);
  const from = Math.max(0, at - 40);
  return `"${mine.slice(from, from + 160)}", "${others.slice(
    from,
    from + 160,
  )}"`;
}
