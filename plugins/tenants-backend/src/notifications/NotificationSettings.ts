/** When people are notified, and who the operators are. */
export interface NotificationSettings {
  enabled: boolean;
  /** Entity refs of the groups of the operators. */
  operatorGroups: readonly string[];
  /** How long something is broken before people are told, in milliseconds. */
  brokenAfterMs: number;
  /** How long nothing is known of it before people are told, in milliseconds. */
  unknownAfterMs: number;
  /** How long it is well before it counts as such, in milliseconds. */
  wellAfterMs: number;
  /** People are told of incidents of the same subject at most this often, in milliseconds. */
  repeatAfterMs: number;
  /** When more tenant environments become unwell at once, operators are told of them together. */
  togetherAbove: number;
  /** What becomes unwell within this time does so at once, in milliseconds. */
  togetherWithinMs: number;
}
