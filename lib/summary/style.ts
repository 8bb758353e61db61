/** System fonts only: nothing is loaded from anywhere. Colours keep their contrast on paper and in the dark. */
export const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; --error: #c62828; --warning: #b26a00; --accent: #2e6fad; }
* { box-sizing: border-box; }
body { max-width: 75rem; margin: 0 auto; padding: 1.5rem; font: 0.95rem/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; }
header { border-bottom: 3px solid var(--accent); margin-bottom: 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.4rem; border-left: 0.3rem solid var(--accent); padding-left: 0.6rem; }
small, .note { opacity: 0.72; font-size: 0.85em; font-weight: normal; }
header p, .note { margin: 0.2rem 0 0.8rem; }
code { font-family: "Noto Sans Mono", Consolas, Menlo, monospace; font-size: 0.85em; }
table { width: 100%; border-collapse: collapse; margin: 0.6rem 0 1.2rem; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--soft); white-space: nowrap; }
td p { margin: 0; }
.unit { table-layout: fixed; overflow-wrap: anywhere; }
.unit th:nth-child(1) { width: 23%; }
.unit th:nth-child(2) { width: 9%; }
.unit th:nth-child(3) { width: 11%; }
.unit th:nth-child(5) { width: 20%; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.place { overflow-wrap: anywhere; }
.bar { width: 30%; }
meter { width: 100%; }
.error td:first-child { color: var(--error); font-weight: bold; }
.warning td:first-child { color: var(--warning); font-weight: bold; }
.none td:nth-child(3) { opacity: 0.72; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: 0.6rem; padding: 0; list-style: none; }
.figures li { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.5rem 0.8rem; }
.figures small { display: block; line-height: 1.3; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
footer { margin-top: 2rem; opacity: 0.6; font-size: 0.85em; }
@media print {
  @page { size: A4; margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  thead { display: table-header-group; }
  tr, .pool, .figures li { break-inside: avoid; }
  h2, caption, thead { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`
