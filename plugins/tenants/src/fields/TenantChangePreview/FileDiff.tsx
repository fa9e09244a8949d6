import { useMemo } from 'react';
import { structuredPatch } from 'diff';
import type { FileChange } from '@tenantry/plugin-tenants-common';
import { useText } from '../../hooks/useText';
import styles from './FileDiff.module.css';

const contextLines = 3;

/** What a change does to one file, line by line; plus and minus say it as well as the colour. */
export function FileDiff({ file }: { file: FileChange }) {
  const t = useText();
  const hunks = useMemo(() => hunksOf(file), [file]);
  return (
    <div
      className={styles.diff}
      role="group"
      aria-label={t('fields.preview.diff', { path: file.path })}
      // A scrolled region has to be within reach of the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {hunks.map(({ heading, lines }) => (
        <div key={heading} className={styles.hunk}>
          <div className={styles.heading}>{heading}</div>
          {lines.map((line, index) => (
            // Lines have no name but their place, and the file does not change under the reader.
            // eslint-disable-next-line react/no-array-index-key
            <div key={index} className={styles.line} data-sign={line[0]}>
              {line}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function hunksOf(file: FileChange): { heading: string; lines: string[] }[] {
  const { path, previousContent = '', content = '' } = file;
  const { hunks } = structuredPatch(
    path,
    path,
    previousContent,
    content,
    '',
    '',
    {
      context: contextLines,
    },
  );
  return hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
    heading: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    lines,
  }));
}
