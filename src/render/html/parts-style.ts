/** Tables, the leading number, entries, pictures. */
export const PARTS_STYLE = `.scroll { margin: 0 0 1.1rem; overflow-x: auto; }
@media screen { .scroll { background: linear-gradient(to right, var(--ta-paper) 40%, transparent) left / 2.5rem 100% no-repeat local, linear-gradient(to left, var(--ta-paper) 40%, transparent) right / 2.5rem 100% no-repeat local, linear-gradient(to right, var(--ta-quiet), transparent) left / 0.45rem 100% no-repeat scroll, linear-gradient(to left, var(--ta-quiet), transparent) right / 0.45rem 100% no-repeat scroll; } }
@media (forced-colors: active) { .scroll { background: none; border-inline: 1px solid CanvasText; } }
.table { min-width: 100%; border-collapse: collapse; font-size: 0.93rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
.table th, .table td { padding: 0.42rem 0.9rem 0.42rem 0; text-align: left; vertical-align: top; }
.table tr > :last-child { padding-right: 0.3rem; }
.table thead th { border-bottom: 1.5px solid var(--ta-ink); font-size: 0.82rem; font-weight: 600; line-height: 1.3; vertical-align: bottom; }
.table thead td { border-bottom: 1.5px solid var(--ta-ink); }
.table tbody th, .table tbody td { border-bottom: 1px solid var(--ta-line); }
.table tbody th[scope="row"] { min-width: 6rem; max-width: 20rem; font-weight: 600; }
.table tbody th[scope="rowgroup"] { padding-top: 1.1rem; font-weight: 600; color: var(--ta-accent); overflow-wrap: anywhere; }
.table td { min-width: 4.5rem; max-width: 26rem; overflow-wrap: anywhere; }
.table td.wraps { min-width: 13rem; }
.table td.right { min-width: 2rem; }
.table .right { padding-right: 1.5rem; text-align: right; }
.table .endless { overflow-wrap: anywhere; }
.table td.right, .table td.whole { overflow-wrap: normal; white-space: nowrap; }
.hidden { color: var(--ta-quiet); font-style: italic; }
td.hidden, .swatch.hidden { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--ta-line) 6px 7px); }
.heat td { border: 2px solid var(--ta-paper); padding: 0.4rem 0.6rem; }
.table:has(> .heat) thead th:not(:first-child) { padding-left: 0.6rem; }
.heat th[scope="row"] { padding-right: 0.9rem; }
td .value { font-weight: 600; }
td .interval { display: block; color: var(--ta-ink); font-size: 0.82rem; white-space: nowrap; }
td .cell-mark { display: block; font-size: 0.82rem; font-weight: 600; }
.heat-poor-deep { background: var(--ta-band-1); }
.heat-poor { background: var(--ta-band-2); }
.heat-fair { background: var(--ta-band-3); }
.heat-good { background: var(--ta-band-4); }
.heat-good-deep { background: var(--ta-band-5); }
ul.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; max-width: none; padding: 0; list-style: none; color: var(--ta-quiet); font-size: 0.88rem; }
.swatch { display: inline-block; width: 1.4em; height: 0.95em; margin-right: 0.25em; border: 1px solid var(--ta-line); vertical-align: -0.1em; }
.facts { display: grid; row-gap: 0.45rem; }
.facts > div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); column-gap: 1.2rem; }
.facts dt { color: var(--ta-quiet); font-weight: 600; font-size: 0.93rem; overflow-wrap: anywhere; }
.facts dd + dd { grid-column: 2; margin-top: 0.45rem; }
.facts dd { margin: 0; max-width: 42rem; overflow-wrap: anywhere; }
.panel { display: grid; grid-template-columns: minmax(10rem, auto) minmax(0, 1fr); gap: 1rem 3rem; align-items: center; margin: 0 0 1.5rem; padding: 1.8rem 2rem; background: var(--ta-card); border-left: 5px solid var(--ta-accent); }
.panel p { margin: 0; }
.lead-score { max-width: 15rem; }
.panel-title { font-weight: 600; }
.number { font-size: 4.6rem; line-height: 1.1; font-variant-numeric: lining-nums; overflow-wrap: anywhere; }
.word { font-size: 1.15rem; font-weight: 600; line-height: 1.3; }
.of { color: var(--ta-quiet); font-size: 0.9rem; line-height: 1.4; }
.lines { margin: 0; padding: 0; list-style: none; max-width: 38rem; }
.scale { margin: 0.4rem 0.8rem 1rem; }
.rail { position: relative; height: 12px; margin-top: 1.4rem; background: var(--ta-line); }
.reach { position: absolute; top: -4px; box-sizing: border-box; height: 20px; min-width: 3px; border: solid currentColor; border-width: 0 2px; background: linear-gradient(currentColor, currentColor) center / 100% 2px no-repeat; }
.dot { position: absolute; top: 1px; width: 10px; height: 10px; margin-left: -5px; border-radius: 50%; background: currentColor; }
.aim { position: absolute; top: -5px; width: 0; height: 22px; border-left: 2px solid var(--ta-ink); }
.aim-word { position: absolute; bottom: 100%; left: 0; color: var(--ta-quiet); font-size: 0.8rem; line-height: 1.3; transform: translateX(-50%); }
.aim-word.to-left { transform: translateX(-90%); }
.ticks { position: relative; height: 1.3rem; color: var(--ta-quiet); font-size: 0.78rem; }
.tick { position: absolute; top: 0.35rem; transform: translateX(-50%); }
.entry { margin: 0 0 1.2rem; padding: 0.2rem 0 0.2rem 1.2rem; border-left: 4px solid var(--ta-line); }
.entry > h3, .entry > h4 { margin: 0 0 0.5rem; font-size: 1.08rem; }
.entry .lead { margin-right: 0.7em; font-variant-numeric: tabular-nums; }
.entry .aside { margin-left: 0.4em; color: var(--ta-quiet); font-size: 0.9rem; font-weight: 400; }
.entry .facts { font-size: 0.95rem; }
.entry .facts > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
.lead-poor { border-left-color: var(--ta-poor); }
.lead-fair { border-left-color: var(--ta-fair); }
.lead-good { border-left-color: var(--ta-good); }
.lead-poor .lead { color: var(--ta-poor); }
.lead-fair .lead { color: var(--ta-fair); }
.lead-good .lead { color: var(--ta-good); }
.lead-plain .lead, .lead-strong .lead { color: var(--ta-accent); }
.picture { margin: 0 0 1.2rem; }
.picture figcaption { margin-bottom: 0.4rem; font-size: 0.93rem; font-weight: 600; }
.picture svg { display: block; width: 100%; height: auto; overflow: visible; font-family: inherit; }
.on-phone { display: none; }
.formula { margin: 0 0 1rem; padding: 0.7rem 1rem; background: var(--ta-card); font-variant-numeric: tabular-nums; }
.formula p { margin: 0.15rem 0; overflow-wrap: anywhere; }
pre { margin: 0; padding: 0.8rem 1rem; background: var(--ta-card); font: 0.85rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
@media screen and (max-width: 40rem) {
  .panel { grid-template-columns: minmax(0, 1fr); padding: 1.2rem; }
  .lead-score { max-width: none; }
  .on-page { display: none; }
  .on-phone { display: block; }
  .facts dd + dd { grid-column: auto; margin-top: 0.2rem; }
  .facts > div, .entry .facts > div { grid-template-columns: minmax(0, 1fr); row-gap: 0.05rem; }
  .scroll { margin-right: -1.25rem; padding-right: 1.25rem; }
  .table tbody th[scope="row"] { min-width: 5.5rem; max-width: 9rem; }
  .table td.wraps { min-width: 11rem; }
  .table th, .table td { padding-right: 0.6rem; }
  .table .right { padding-right: 0.9rem; }
}
`;
