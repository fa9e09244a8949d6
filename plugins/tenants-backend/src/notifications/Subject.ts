import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { Condition } from './Incident';

/** Something that people are notified of. */
export interface Subject {
  /** Unique and stable. */
  id: string;
  condition: Condition;
  /** Of a tenant environment; operators may be told of several of them together. */
  place?: { tenant: string; environment: string; cluster: string };
  /** Entity refs of who may read what operators read. */
  operators: readonly string[];
  /** What people are told, in words for operators or for owners. */
  describe(
    news: 'unwell' | 'recovered',
    reader: 'operator' | 'owner',
  ): NotificationPayload;
}
