/** On A4: light, without links, nothing cut. Sizes in points, since paper has no pixels. */
export const PRINT = `@page { size: A4; margin: 17mm 16mm 18mm; }
@page { @bottom-left { color: #565b63; font: 8pt Arial, "Liberation Sans", sans-serif; } @bottom-right { color: #565b63; font: 8pt Arial, "Liberation Sans", sans-serif; } }
@media print {
  html { background: #fff; font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav, .skip { display: none; }
  .columns { display: block; }
  .top { padding: 0 0 6mm; }
  h1 { font-size: 25pt; }
  h2 { padding-top: 3mm; font-size: 15pt; }
  h1, h2, h3, h4, figcaption, .table caption { break-after: avoid; }
  main > section { margin-bottom: 7mm; }
  p, li { orphans: 3; widows: 3; }
  .panel, .picture svg, .entry, .formula, .facts > div, .table.short, ul.legend, li { break-inside: avoid; }
  .panel { padding: 4mm 5mm; }
  .number { font-size: 38pt; }
  .picture svg { max-height: 235mm; }
  .picture svg:first-child:not(:last-child) { break-after: avoid; }
  .scroll { overflow: visible; }
  .table { width: 100%; font-size: 8.5pt; }
  .table.wide { font-size: 7.5pt; }
  .table.crowded { font-size: 6.8pt; }
  .table thead th { font-size: inherit; }
  .table th, .table td { padding: 1mm 2.5mm 1mm 0; }
  .table .right { padding-right: 4mm; }
  .table.wide th, .table.wide td, .table.crowded th, .table.crowded td { padding-right: 1.3mm; }
  .table.wide .right, .table.crowded .right { padding-right: 2.2mm; }
  .table:has(> .heat) thead th:not(:first-child), .heat td { padding: 1mm 1.5mm; }
  .table th, .table td, .table td.wraps, .table tbody th[scope="row"] { min-width: 0; max-width: none; }
  .table.broken th, .table.broken td, .table.broken .interval { overflow-wrap: anywhere; white-space: normal; }
  td .interval, td .cell-mark { font-size: inherit; }
  thead { display: table-header-group; }
  thead, thead tr { break-after: avoid; }
  tr { break-inside: avoid; }
  tbody > tr:has(> th[scope="rowgroup"]) { break-after: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  footer { break-before: avoid; }
}
`;
