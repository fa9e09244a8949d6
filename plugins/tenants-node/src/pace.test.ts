import { pace } from './pace';

/** Works for so long, in milliseconds, without anything else getting its turn. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function workInPieces(pieces: number, ms: number): Promise<void> {
  for (let piece = 0; piece < pieces; piece++) {
    await pace();
    work(ms);
  }
}

/** How often something else, which takes so long each time, gets its turn meanwhile. */
async function countTurns(
  running: Promise<unknown>,
  othersMs = 0,
): Promise<number> {
  let isRunning = true;
  const done = running.finally(() => {
    isRunning = false;
  });
  let turns = 0;
  while (isRunning) {
    await new Promise(resolve => setImmediate(resolve));
    work(othersMs);
    turns += 1;
  }
  await done;
  return turns;
}

describe('pace', () => {
  it('gives others as many turns however the work is divided', async () => {
    const one = workInPieces(60, 4);
    expect(await countTurns(one)).toBeGreaterThanOrEqual(30);
    const many = Array.from({ length: 30 }, () => workInPieces(2, 4));
    expect(await countTurns(Promise.all(many))).toBeGreaterThanOrEqual(30);
  });

  it('makes others wait for little', async () => {
    expect(await countTurns(workInPieces(60, 1))).toBeGreaterThanOrEqual(15);
  });

  it('gets its share while others take much', async () => {
    expect(await countTurns(workInPieces(60, 1), 40)).toBeLessThanOrEqual(15);
  });

  it('brings each work to its end', async () => {
    const done: number[] = [];
    await Promise.all(
      [1, 2, 3].map(async id => {
        await workInPieces(3, 9);
        done.push(id);
      }),
    );
    expect(done.sort()).toEqual([1, 2, 3]);
  });

  it('waits for nothing while there is time', async () => {
    await pace();
    expect(pace()).toBeUndefined();
  });
});
