import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { HeardServer } from '../collector';
import { Lease } from '../leases';
import { RegistryView } from '../registry/RegistryView';
import { StatusHead } from '../statuses';
import { advanceIncident, Step } from './advanceIncident';
import { currentSubjects } from './currentSubjects';
import { Incident } from './Incident';
import { IncidentStore } from './IncidentStore';
import { NotificationSettings } from './NotificationSettings';
import { Dispatch, News, planDispatches } from './planDispatches';
import { sendNews } from './sendNews';
import { Subject } from './Subject';

export interface NotifierOptions {
  registry: Pick<RegistryView, 'isRead' | 'registry' | 'current'>;
  /** What is known now, in the replica that puts it together. */
  engine: {
    readonly assemblyLease: Lease | undefined;
    statusOf(key: string): StatusHead | undefined;
    servers(): HeardServer[];
  };
  store: IncidentStore;
  notifications: NotificationService;
  logger: LoggerService;
  settings: NotificationSettings;
  now?: () => Date;
  /** Notifications that take longer have failed; 10 s by default. */
  sendTimeoutMs?: number;
}

/** What cannot be told in one run waits for the next. */
const maximumNewsPerRun = 200;

/**
 * Compares how everything is with what people were told, in the one replica that puts the statuses
 * together. What is told is stored after it was sent: one that is sent twice replaces itself, and
 * none is lost.
 */
export class Notifier {
  readonly #options: NotifierOptions;
  #failing = false;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  async runOnce(): Promise<void> {
    const { engine, registry, settings, logger } = this.#options;
    const lease = engine.assemblyLease;
    if (!settings.enabled || !lease || !registry.isRead) {
      return;
    }
    try {
      await this.#run(lease);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        logger.warn(`People cannot be notified: ${stringifyError(error)}`);
      }
      this.#failing = true;
    }
  }

  async #run(lease: Lease): Promise<void> {
    const { store, now = () => new Date() } = this.#options;
    const incidents = await store.readIncidents();
    const at = now();
    const subjects = await currentSubjects({
      ...this.#options,
      incidents,
      now: at,
    });
    const steps = subjects.map(subject => ({
      subject,
      ...this.#step(subject, incidents, at),
    }));
    await store.writeIncidents(lease, [
      ...withoutSubject(incidents, subjects),
      ...steps
        .filter(({ tell }) => !tell)
        .map(({ subject, incident }) => ({ subject: subject.id, incident }))
        .filter(({ subject, incident }) => incidents.get(subject) !== incident),
    ]);
    const news = steps.flatMap(({ subject, incident, tell }): News[] =>
      incident && tell ? [{ subject, incident, tell }] : [],
    );
    const dispatches = planDispatches({
      steps,
      news: news.slice(0, maximumNewsPerRun),
      now: at,
      settings: this.#options.settings,
    });
    for (const dispatch of dispatches) {
      await this.#send(lease, dispatch);
    }
  }

  #step(
    subject: Subject,
    incidents: ReadonlyMap<string, Incident>,
    now: Date,
  ): Step {
    return advanceIncident({
      subject: subject.id,
      incident: incidents.get(subject.id),
      condition: subject.condition,
      now,
      settings: this.#options.settings,
    });
  }

  async #send(lease: Lease, { messages, incidents }: Dispatch): Promise<void> {
    const { store, notifications, sendTimeoutMs = 10_000 } = this.#options;
    for (const message of messages) {
      await sendNews({ ...message, notifications, timeoutMs: sendTimeoutMs });
    }
    await store.writeIncidents(
      lease,
      incidents.map(incident => ({ subject: incident.subject, incident })),
    );
  }
}

/** What the registry no longer has is neither well nor unwell. */
function withoutSubject(
  incidents: ReadonlyMap<string, Incident>,
  subjects: readonly Subject[],
): { subject: string }[] {
  const known = new Set(subjects.map(({ id }) => id));
  return [...incidents.keys()]
    .filter(subject => !known.has(subject))
    .map(subject => ({ subject }));
}
