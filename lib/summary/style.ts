/** System fonts only: nothing is loaded from anywhere. Colours keep their contrast on paper and in the dark. */
const screen = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; --error: #c62828; --warning: #b26a00; --accent: #2e6fad; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffb74d; --accent: #82b1e4; } }
* { box-sizing: border-box; }
body { max-width: 90rem; margin: 0 auto; padding: 1.5rem; font: 0.95rem/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 3px solid var(--accent); margin-bottom: 1rem; }
h1 { font-size: 1.6rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 0.4rem; border-left: 0.3rem solid var(--accent); padding-left: 0.6rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 0; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
small, .note { color: color-mix(in srgb, CanvasText 72%, Canvas); font-size: 0.85em; font-weight: normal; }
header p, .note { margin: 0.2rem 0 0.8rem; }
code { font-family: "Noto Sans Mono", Consolas, Menlo, monospace; font-size: 0.85em; }
table { width: 100%; border-collapse: collapse; margin: 0.6rem 0 1.2rem; }
caption { text-align: left; font-weight: bold; padding: 0.3rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--soft); }
td p, details p { margin: 0; }
summary { cursor: pointer; }
.count { font-variant-numeric: tabular-nums; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { width: 30%; }
meter { width: 100%; }
.cases { table-layout: fixed; }
.waiting th.due { width: 11%; }
.waiting .system { width: 20%; }
.waiting .state { width: 10%; }
.waiting .services { width: 24%; }
.waiting .fee { width: 13%; }
.quiet .system { width: 40%; }
.quiet .state { width: 18%; }
td.due { font-variant-numeric: tabular-nums; }
.stacks th:nth-child(2) { width: 7rem; }
.overdue td.due, .error td:first-child { color: var(--error); }
.due-soon td.due, .warning td:first-child { color: var(--warning); }
.error td:first-child, .warning td:first-child { font-weight: bold; }
:target { outline: 2px solid var(--accent); outline-offset: -2px; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(7rem, 1fr)); gap: 0.6rem; padding: 0; list-style: none; }
.figures li { border: 1px solid var(--line); border-radius: 0.4rem; padding: 0.5rem 0.8rem; }
.figures a { display: block; color: inherit; }
.figures small { display: block; line-height: 1.3; }
.figures b { display: block; font-size: 1.5rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures .overdue b { color: var(--error); }
.figures .due-soon b { color: var(--warning); }
.search { position: sticky; top: 0; z-index: 1; background: Canvas; padding: 0.5rem 0; display: flex; gap: 0.6rem; align-items: baseline; }
.search[hidden] { display: none; }
.search label { flex: 1; display: flex; gap: 0.6rem; align-items: baseline; }
.search input { flex: 1; min-width: 0; font: inherit; padding: 0.3rem 0.5rem; }
.units { padding-left: 1.2rem; margin: 0.3rem 0; }
.units a + a::before { content: "、"; color: CanvasText; }
footer { margin-top: 2rem; font-size: 0.85em; }
tr { scroll-margin-top: 3.5rem; }
`

/** What a phone has no room for side by side stands below one another, each cell with its column's name. */
const narrow = `
@media screen and (max-width: 52rem) {
  body { padding: 0.8rem; }
  .cases, .cases tbody, .cases tr, .cases td { display: block; }
  .cases thead { display: none; }
  .cases tr { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.6rem 0; padding: 0.4rem 0.2rem; }
  .cases tr[hidden] { display: none; }
  .cases td { border: 0; padding: 0.15rem 0.5rem; }
  .cases td:empty { display: none; }
  .cases td.due br, .cases td.state br { display: none; }
  .cases .system, .cases .state, .cases .services, .cases .fee, .cases .next, .cases th.due { width: auto; }
  .cases .state::before { content: "状态："; font-weight: bold; }
  .cases .fee::before { content: "费用标准合计："; font-weight: bold; }
  .findings, .findings tbody, .findings tr, .findings td, .stacks, .stacks tbody, .stacks tr, .stacks td { display: block; }
  .findings thead, .stacks thead { display: none; }
  .findings td, .stacks td { border: 0; padding: 0.1rem 0.2rem; text-align: left; }
  .findings tr, .stacks tr { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
  .pool th, .pool td, .actors th, .actors td { padding: 0.25rem 0.2rem; white-space: normal; font-size: 0.85rem; }
  .pool thead small, .actors thead small { display: none; }
  .bar { display: none; }
}
`

const paper = `
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 8pt; line-height: 1.35; }
  h1 { font-size: 14pt; }
  h2 { font-size: 11pt; margin-top: 1rem; }
  th, td { padding: 0.15rem 0.3rem; }
  thead { display: table-header-group; }
  tr, .pool, .figures li, .units li { break-inside: avoid; }
  h2, h3, caption, thead { break-after: avoid; }
  a { color: inherit; }
  .search { display: none; }
  .figures { grid-template-columns: repeat(6, 1fr); }
  .quiet br { display: none; }
  .quiet .system { width: 50%; }
  .quiet .state { width: 20%; }
  .quiet .services { width: 8%; }
}
`

export const style = `${screen}${narrow}${paper}`
