import { column, fieldOf, labelsColumn } from './column';

const containerList = (name: string, field: 'name' | 'image', path: string) =>
  column(
    name,
    object =>
      (fieldOf<Record<string, string>[]>(object, path) ?? [])
        .map(container => container[field])
        .join(','),
    { priority: 1 },
  );

/** What `-o wide` adds for a kind with a pod template. */
export const containerColumns = (
  template = '.spec.template.spec',
  selectorPath = '.spec.selector.matchLabels',
) => [
  containerList('Containers', 'name', `${template}.containers`),
  containerList('Images', 'image', `${template}.containers`),
  labelsColumn('Selector', selectorPath, { priority: 1 }),
];
