import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';

/** Grey rows where data will be, with words for those who do not see them. */
export function LoadingRows(props: {
  label: string;
  rows?: number;
  height?: string;
}) {
  const { label, rows = 5, height = '2.5rem' } = props;
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
      <Flex direction="column" gap="2" aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} width="100%" height={height} />
        ))}
      </Flex>
    </div>
  );
}
