/**
 * For A4 with black ink first, for the screen second. Sizes on paper are in points and millimetres: 11.5 pt is read at
 * arm's length, and a ring of 7 mm is hit with a thick pencil. Nothing is told by colour. On a machine without a font as
 * narrow as Helvetica, DejaVu Sans or Verdana stands in, made as narrow, so that a sheet has as many pages everywhere.
 */
export const PAPER_STYLE = `:root {
  color-scheme: light dark;
  --ink: #1a1a1a; --soft: #4a4a4a; --rule: #8a8a8a; --band: #f3f3f1; --page: #ffffff; --desk: #e9e9e6;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececec; --soft: #bdbdbd; --rule: #8c8c8c; --band: #262626; --page: #1b1b1b; --desk: #101010; }
}
@font-face { font-family: "Narrowed"; font-weight: 400; src: local("DejaVu Sans"), local("DejaVuSans"), local("Verdana"); size-adjust: 87%; }
@font-face { font-family: "Narrowed"; font-weight: 700; src: local("DejaVu Sans Bold"), local("DejaVuSans-Bold"), local("Verdana Bold"), local("Verdana-Bold"); size-adjust: 87%; }
* { box-sizing: border-box; }
html { background: var(--desk); }
body { margin: 0; color: var(--ink); font: 11.5pt/1.25 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "Narrowed", sans-serif; }
main { max-width: 210mm; margin: 0 auto; padding: 13mm; background: var(--page); }
h1 { margin: 0 0 3mm; font-size: 20pt; line-height: 1.15; }
h2 { margin: 0 0 1mm; font-size: 11.5pt; }
p { margin: 0; }
dl { margin: 0; }
dt { font-weight: bold; }
dd { margin: 0; }
small { font-size: 9.5pt; color: var(--soft); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.notes > div { display: grid; grid-template-columns: 31mm 1fr; column-gap: 4mm; margin-bottom: 1.3mm; }
.line { display: inline-block; min-width: 40mm; height: 1.1em; border-bottom: 0.3mm solid var(--ink); vertical-align: baseline; }
.blanks { display: flex; flex-wrap: wrap; gap: 2mm 8mm; margin-top: 3mm; font-size: 10.5pt; }
.blank { display: flex; flex: 1; align-items: baseline; gap: 2mm; white-space: nowrap; }
.blank .line { flex: 1; min-width: 30mm; }
.about, .remark, .entry { break-inside: avoid; margin-top: 5mm; }
.about dl > div { display: grid; grid-template-columns: 31mm 1fr; column-gap: 4mm; margin-top: 2mm; align-items: baseline; }
.about dt { overflow-wrap: anywhere; }
.about dd > .line { min-width: 70mm; }
.option { display: inline-block; margin: 0 7mm 1.5mm 0; }
.box { display: inline-block; width: 4.5mm; height: 4.5mm; margin-right: 1mm; border: 0.4mm solid var(--ink); vertical-align: -0.7mm; }
table { width: 100%; margin-top: 4mm; border-collapse: collapse; table-layout: fixed; border-bottom: 0.3mm solid var(--rule); }
thead { display: table-header-group; }
tr, .ruler tbody, .ruler { break-inside: avoid; }
thead { break-after: avoid; }
tbody tr:nth-child(-n+3), tbody tr:nth-last-child(-n+2) { break-before: avoid; }
thead th { padding: 0 0.2mm 1mm; border-bottom: 0.4mm solid var(--ink); font-size: 9pt; line-height: 1.1; text-align: center; vertical-align: bottom; overflow-wrap: anywhere; hyphens: auto; }
thead th.text, thead th.end { padding-left: 0.8mm; text-align: left; }
thead th.high { text-align: right; }
tbody th.text { font-weight: normal; text-align: left; overflow-wrap: anywhere; }
tbody th, tbody td { padding: 0.8mm; vertical-align: middle; }
.grid tbody tr:nth-child(even), .lines tbody tr:nth-child(even) { background: var(--band); }
.number { width: 9mm; padding-right: 2.4mm; text-align: right; font-weight: bold; font-variant-numeric: tabular-nums; }
.ruler .number { vertical-align: top; }
td.point, td.aside { text-align: center; }
.grid th.point { width: 16mm; }
.aside { width: 13.5mm; color: var(--soft); }
.aside.first { border-left: 0.3mm solid var(--rule); }
.write, thead th.write { width: 58mm; padding-right: 2mm; text-align: left; }
td.write .line { min-width: 27mm; }
.mark { display: inline-flex; width: 7mm; height: 7mm; align-items: center; justify-content: center; border: 0.35mm solid var(--rule); border-radius: 50%; font-size: 10.5pt; line-height: 1; font-variant-numeric: tabular-nums; }
.remark p { color: var(--soft); font-size: 10.5pt; }
.room { height: 20mm; margin-top: 1.5mm; border: 0.3mm solid var(--rule); border-radius: 1.5mm; }
.entry { padding: 3mm; border: 0.3mm dashed var(--rule); font-size: 10pt; }
.entry h2 { font-size: 10pt; }
.entry dl { display: grid; grid-template-columns: 1fr 1.4fr; gap: 4mm; margin: 1mm 0 2mm; }
.entry dl > div { display: grid; grid-template-columns: auto 1fr; column-gap: 2mm; align-items: center; }
.entry dd { display: flex; align-items: center; gap: 2mm; }
.field { flex: none; display: inline-block; width: 22mm; height: 8mm; padding: 1.2mm 2mm; border: 0.4mm solid var(--ink); font-weight: bold; }
.identity { margin-top: 1.5mm; color: var(--soft); }
@media screen and (max-width: 700px) {
  main { padding: 5mm; }
  .notes > div, .about dl > div, .entry dl { grid-template-columns: 1fr; }
  section { overflow-x: auto; }
  table { min-width: 165mm; }
}
@page { size: A4; margin: 12mm 13mm 15mm; font: 9pt "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Narrowed", sans-serif; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
@media print {
  :root { color-scheme: light; --ink: #000000; --soft: #333333; --rule: #555555; --band: #f0f0ee; --page: #ffffff; --desk: #ffffff; }
  main { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;
