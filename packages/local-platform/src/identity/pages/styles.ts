/** The style sheet of the pages; colours follow the reader's light or dark setting. */
export const styles = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1f2328, #e6edf3);
  --muted: light-dark(#59636e, #9198a1);
  --page: light-dark(#f6f8fa, #0d1117);
  --panel: light-dark(#ffffff, #151b23);
  --line: light-dark(#d1d9e0, #3d444d);
  --accent: light-dark(#0550ae, #6cb6ff);
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}

main,
footer {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1rem 1.25rem;
}

h1 {
  margin: 1rem 0 0.5rem;
  font-size: 1.5rem;
  line-height: 1.3;
}

footer {
  color: var(--muted);
  font-size: 0.875rem;
}

.users {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
  gap: 0.75rem;
  margin: 1rem 0;
  padding: 0;
  list-style: none;
}

button {
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--panel);
  color: inherit;
  font: inherit;
  cursor: pointer;
}

.users button {
  display: grid;
  align-content: start;
  width: 100%;
  height: 100%;
  text-align: left;
}

.users span {
  color: var(--muted);
  font-size: 0.875rem;
}

button:hover {
  border-color: var(--accent);
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

.primary {
  border-color: var(--accent);
  color: var(--accent);
  font-weight: 600;
}

.answers {
  display: flex;
  flex-wrap: wrap;
  gap: 0.75rem;
  margin: 1rem 0;
}

.message {
  padding: 0.75rem 1rem;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--panel);
}
`;
