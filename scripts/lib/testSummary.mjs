/** Prints one line for each step and a closing line with the totals. */
export function printSummary(results) {
  const width = Math.max(...results.map(({ title }) => title.length));
  process.stdout.write('\n=== Summary\n');
  for (const { title, passed, failed, skipped, seconds, reason } of results) {
    const verdict = failed > 0 ? 'FAILED' : 'ok    ';
    const why = reason ? `  (${reason})` : '';
    process.stdout.write(
      `${verdict} ${title.padEnd(width)}  ${counts({
        passed,
        failed,
        skipped,
      })} in ${seconds} s${why}\n`,
    );
  }
  process.stdout.write(
    `\n${counts({
      passed: total(results, 'passed'),
      failed: total(results, 'failed'),
      skipped: total(results, 'skipped'),
    })}\n`,
  );
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function total(results, key) {
  return results.reduce((sum, result) => sum + result[key], 0);
}
