/** A rule of which an alert is made for each result of its expression. */
export interface AlertRule {
  name: string;
  /** PromQL without recorded names. */
  expression: string;
  /** How long there has to be a result, in seconds. */
  forSeconds: number;
  labels: Record<string, string>;
  /** With the placeholders that `renderAnnotation` knows. */
  annotations: Record<string, string>;
}
