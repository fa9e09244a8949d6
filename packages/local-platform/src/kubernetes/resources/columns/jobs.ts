import { KubernetesObject } from '../../ObjectStore';
import { ageColumn, column, fieldOf, textColumn } from './column';
import { containerColumns } from './containers';
import { ageOf, humanDuration } from './duration';

export const jobColumns = [
  column('Status', jobStatus),
  column(
    'Completions',
    job =>
      `${fieldOf<number>(job, '.status.succeeded') ?? 0}/${
        fieldOf<number>(job, '.spec.completions') ?? 1
      }`,
  ),
  column('Duration', jobDuration),
  ageColumn,
  ...containerColumns(),
];

export const cronJobColumns = [
  textColumn('Schedule', '.spec.schedule'),
  textColumn('Timezone', '.spec.timeZone', { absent: '<none>' }),
  column('Suspend', job =>
    fieldOf<boolean>(job, '.spec.suspend') ? 'True' : 'False',
  ),
  column(
    'Active',
    job => fieldOf<object[]>(job, '.status.active')?.length ?? 0,
    {
      type: 'integer',
    },
  ),
  column('Last Schedule', (job, now) => {
    const last = fieldOf(job, '.status.lastScheduleTime');
    return last ? ageOf(last, now) : '<none>';
  }),
  ageColumn,
  ...containerColumns('.spec.jobTemplate.spec.template.spec'),
];

function jobStatus(job: KubernetesObject): string {
  const conditions =
    fieldOf<{ type: string; status: string }[]>(job, '.status.conditions') ??
    [];
  const holds = (type: string) =>
    conditions.some(it => it.type === type && it.status === 'True');
  const found = ['Complete', 'Failed', 'Suspended'].find(holds);
  return found ?? (job.metadata.deletionTimestamp ? 'Terminating' : 'Running');
}

function jobDuration(job: KubernetesObject, now: Date): string {
  const start = fieldOf(job, '.status.startTime');
  const end = fieldOf(job, '.status.completionTime');
  if (!start) {
    return '';
  }
  const until = end ? Date.parse(end) : now.getTime();
  return humanDuration(until - Date.parse(start));
}
