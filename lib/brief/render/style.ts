/** Beside the style of every page. */
export const style = `
body { max-width: 64rem; }
.flags li { margin: 0.2rem 0; }
.flags .error b { color: var(--error); }
.flags .warning b { color: var(--warning); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0.3rem 0; }
dt { font-weight: bold; }
dd { margin: 0; }
ul { margin: 0.3rem 0; padding-left: 1.3rem; }
@media screen and (max-width: 40rem) {
  dl { display: block; }
  dd { margin-bottom: 0.3rem; }
  .brief, .brief tbody, .brief tr, .brief td { display: block; }
  .brief thead { display: none; }
  .brief tr { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
  .brief td { border: 0; padding: 0.05rem 0; }
  .brief td:empty { display: none; }
  .brief td::before { content: attr(data-name) "："; font-weight: bold; }
}
@media print { @page { size: A4 portrait; } article, tr { break-inside: avoid-page; } }
`
