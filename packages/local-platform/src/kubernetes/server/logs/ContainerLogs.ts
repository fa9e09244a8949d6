import { KubernetesObject } from '../../ObjectStore';

/** A line that a container has written. */
export interface LogLine {
  time: Date;
  text: string;
}

export interface LogQuery {
  pod: KubernetesObject;
  container: string;
  /** The lines of the run before the current one. */
  previous: boolean;
  now: Date;
}

/** Gives what a container has written until now, oldest first. */
export type ContainerLogs = (query: LogQuery) => LogLine[];
