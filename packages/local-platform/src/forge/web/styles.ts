/** The style sheet of the pages; colours follow the reader's light or dark setting. */
export const styles = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --muted: light-dark(#59636e, #9198a1);
  --page: light-dark(#ffffff, #0d1117);
  --panel: light-dark(#f6f8fa, #151b23);
  --line: light-dark(#d1d9e0, #3d444d);
  --link: light-dark(#0550ae, #6cb6ff);
  --open: light-dark(#1a7f37, #3fb950);
  --merged: light-dark(#8250df, #b083f0);
  --closed: light-dark(#cf222e, #ff7b72);
  --button: #1f7a37;
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
}

header,
main,
footer {
  max-width: 76rem;
  margin: 0 auto;
  padding: 0 1.25rem;
  overflow-wrap: anywhere;
}

header {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  gap: 0.25rem 2rem;
  padding-block: 1rem;
  border-bottom: 1px solid var(--line);
}

header nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
}

.repository {
  font-size: 1.125rem;
  color: inherit;
}

footer {
  margin-top: 3rem;
  padding-block: 1rem;
  border-top: 1px solid var(--line);
  color: var(--muted);
  font-size: 0.875rem;
}

a {
  color: var(--link);
  text-decoration: none;
}

a:hover {
  text-decoration: underline;
}

:focus-visible {
  outline: 2px solid var(--link);
  outline-offset: 2px;
}

h1 {
  margin: 1.5rem 0 0.75rem;
  font-size: 1.5rem;
  line-height: 1.3;
}

h1 .muted {
  font-weight: normal;
}

.breadcrumbs {
  font-size: 1.125rem;
}

h2 {
  margin: 2rem 0 0.75rem;
  font-size: 1.125rem;
}

code,
pre {
  font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
}

.muted,
time {
  color: var(--muted);
}

.badge,
.count {
  display: inline-block;
  padding: 0 0.6em;
  border: 1px solid var(--line);
  border-radius: 1em;
  background: var(--panel);
  font-size: 0.875rem;
  font-weight: 600;
}

.badge.open {
  border-color: currentcolor;
  color: var(--open);
}

.badge.merged {
  border-color: currentcolor;
  color: var(--merged);
}

.badge.closed {
  border-color: currentcolor;
  color: var(--closed);
}

.latest {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
}

.entries {
  margin: 0;
  padding: 0;
  border: 1px solid var(--line);
  border-radius: 6px;
  list-style: none;
}

.entries li {
  display: flex;
  justify-content: space-between;
  align-items: baseline;
  gap: 1rem;
  padding: 0.4rem 0.9rem;
}

.entries li + li {
  border-top: 1px solid var(--line);
}

.entries li > :last-child:not(:first-child) {
  flex-shrink: 0;
}

.numbers {
  display: flex;
  gap: 0.75rem;
  font-variant-numeric: tabular-nums;
}

.added {
  color: var(--open);
}

.removed {
  color: var(--closed);
}

.tabs,
.pager {
  display: flex;
  gap: 1.5rem;
}

.tabs [aria-current] {
  border-bottom: 2px solid currentcolor;
  color: inherit;
}

.pager {
  justify-content: space-between;
  margin-top: 1rem;
}

.notice,
article {
  margin: 1rem 0;
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-left-width: 4px;
  border-radius: 6px;
  background: var(--panel);
}

.notice p,
.notice ul,
article p {
  margin: 0.25rem 0 0.75rem;
}

.notice > :last-child,
article > :last-child,
.markdown > :last-child {
  margin-bottom: 0;
}

.ready {
  border-left-color: var(--open);
}

.done {
  border-left-color: var(--merged);
}

.conflict {
  border-left-color: var(--closed);
}

button {
  padding: 0.5rem 1rem;
  border: 0;
  border-radius: 6px;
  background: var(--button);
  color: #ffffff;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}

button:hover {
  filter: brightness(1.1);
}

.markdown table {
  display: block;
  overflow-wrap: normal;
  overflow-x: auto;
  border-collapse: collapse;
}

.markdown th,
.markdown td {
  padding: 0.3rem 0.75rem;
  border: 1px solid var(--line);
  text-align: left;
  vertical-align: top;
}

.markdown pre,
.message {
  padding: 0.75rem 1rem;
  border-radius: 6px;
  background: var(--panel);
  overflow-x: auto;
}

.message {
  white-space: pre-wrap;
}

.file {
  margin: 0;
  padding: 0.5rem 0;
  border: 1px solid var(--line);
  border-radius: 6px;
  counter-reset: line;
}

.file code {
  display: block;
  padding: 0 1rem 0 4.5rem;
  font-size: inherit;
  white-space: pre-wrap;
}

.file code::before {
  counter-increment: line;
  content: counter(line);
  float: left;
  width: 3rem;
  margin-left: -4rem;
  color: var(--muted);
  text-align: right;
}

.changes .entries {
  margin-bottom: 1.5rem;
}

/* diff2html's own dim and label colours have too little contrast, and its long paths are cut. */
.changes {
  --d2h-dim-color: #59636e;
  --d2h-change-label-color: #7a5d00;
  --d2h-ins-label-color: #1a7f37;
  --d2h-dark-dim-color: #9198a1;
}

.d2h-file-header {
  height: auto;
}

.d2h-file-name-wrapper {
  align-items: flex-start;
  min-width: 0;
}

.d2h-file-name {
  overflow: visible;
  white-space: normal;
}

.d2h-icon,
.d2h-tag {
  flex-shrink: 0;
}

.d2h-file-collapse {
  display: none;
}
`;
