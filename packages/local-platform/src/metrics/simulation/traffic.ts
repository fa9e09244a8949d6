import { between, totalLoad } from './numbers';

/** Extra traffic that a participant has bought and used, in bytes since it joined. */
export interface ExtraTraffic {
  purchased: number;
  consumed: number;
}

/** One top-up: 20,000 bytes per second for a minute. */
const topUp = 1_200_000;
/** The top-up trigger buys when the balance would sink below this. */
const lowestBalance = 400_000;
/** Balance at the moment at which top-ups stop; the reserve is 200,000. */
const balanceWithoutTopUp = 180_000;
/** Any fixed moment serves, since only differences are looked at: 2026-01-01. */
const joinedAt = 1_767_225_600;

/**
 * The balance sinks with the load and is topped up in steps. Once top-ups have stopped, it
 * starts below the reserve and sinks to 0, where nothing more can be sent.
 */
export function extraTraffic(
  seed: string,
  timestamp: number,
  topUpsStoppedAt: number | undefined,
): ExtraTraffic {
  const consumed = consumedUntil(seed, timestamp);
  if (topUpsStoppedAt === undefined || timestamp < topUpsStoppedAt) {
    return { purchased: purchasedFor(consumed), consumed };
  }
  const consumedBefore = consumedUntil(seed, topUpsStoppedAt);
  const purchased = purchasedFor(consumedBefore);
  const balance = balanceWithoutTopUp - (consumed - consumedBefore);
  return { purchased, consumed: purchased - Math.max(0, balance) };
}

function purchasedFor(consumed: number): number {
  return Math.ceil((consumed + lowestBalance) / topUp) * topUp;
}

function consumedUntil(seed: string, timestamp: number): number {
  const bytesPerSecond = between(`${seed} traffic`, 80, 320);
  const seconds = totalLoad(`${seed} traffic`, joinedAt, timestamp);
  return Math.max(0, Math.round(bytesPerSecond * seconds));
}
