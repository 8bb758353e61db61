/** Beside the style of every page. */
export const style = `
figure { margin: 0.6rem 0; }
svg.topology { width: 100%; height: auto; font: 13px "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; }
svg text { fill: CanvasText; }
svg .middle { text-anchor: middle; }
svg .frame { fill: none; stroke: var(--line); }
svg .frame-name { font-weight: bold; }
svg .box { fill: var(--soft); stroke: var(--accent); }
svg .uplink { fill: var(--soft); stroke: var(--line); }
svg .name { font-weight: bold; }
svg .detail { font-size: 11px; }
svg .linked { text-anchor: end; fill: var(--accent); font-weight: bold; }
svg .line { fill: none; stroke: var(--accent); }
svg .arrow { fill: none; stroke: var(--warning); stroke-width: 1.5; }
svg marker path { fill: var(--warning); }
.wide { overflow-x: auto; }
.matrix { width: auto; font-size: 0.8rem; }
.matrix th, .matrix td { padding: 0.1rem 0.25rem; border: 1px solid var(--line); text-align: center; }
.matrix tbody th { text-align: left; font-weight: normal; min-width: 10rem; max-width: 18rem; }
.matrix .same { background: var(--soft); }
.matrix .open { color: var(--warning); font-weight: bold; }
.statements .error .verdict, .statements .empty .verdict { color: var(--error); font-weight: bold; }
.statements ul { margin: 0; padding-left: 1.1rem; }
.witness { margin: 0.3rem 0; }
@media screen and (max-width: 52rem) {
  .statements, .statements tbody, .statements tr, .statements td { display: block; }
  .statements thead { display: none; }
  .statements tr { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
  .statements td { border: 0; padding: 0.1rem 0.2rem; }
}
@media print {
  .wide { overflow: visible; }
  .matrix { width: 100%; table-layout: fixed; font-size: 5pt; }
  .matrix th, .matrix td { padding: 0; }
  .matrix thead th:first-child { width: 11rem; }
  figure, .witness { break-inside: avoid; }
}
`
