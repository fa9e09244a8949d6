const colours = [
  'var(--bui-announcement-fg-subdued)',
  'var(--bui-positive-fg-subdued)',
  'var(--bui-fg-primary)',
  'var(--bui-fg-secondary)',
];

const dashes = ['', '6 3', '2 3', '8 3 2 3'];

/** Series differ by colour and by dash, so that neither is needed to tell them apart. */
export function seriesStroke(position: number) {
  return {
    stroke: colours[position % colours.length],
    strokeDasharray: dashes[position % dashes.length],
    strokeWidth: 2,
  };
}

/** Threshold lines use the colours of their severity; their label says what they mean. */
export const thresholdColours = {
  warning: 'var(--bui-warning-fg-subdued)',
  critical: 'var(--bui-negative-fg-subdued)',
};
