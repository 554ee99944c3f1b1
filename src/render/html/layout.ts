/** The page: its head, contents beside the text where there is room, headings and running text. */
export const LAYOUT = `* { box-sizing: border-box; }
html { background: var(--ta-paper); color: var(--ta-ink); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 3rem; font: 1rem/1.55 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.2; overflow-wrap: anywhere; }
h1, h2, .number { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, "Liberation Serif", serif; font-weight: 600; }
h1 { margin: 0; font-size: clamp(2rem, 1.4rem + 2.6vw, 3.1rem); letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 0 0 1rem; padding-top: 1.1rem; border-top: 2px solid var(--ta-accent); font-size: 1.6rem; text-wrap: balance; }
h3 { margin: 2rem 0 0.6rem; font-size: 1.12rem; }
h4 { margin: 0; font-size: 1.05rem; }
p, ul, ol, dl { margin: 0 0 0.9rem; }
main > p, section > p, section > ul, .entry p { max-width: 44rem; }
main > ul, section > ul { padding-left: 1.2rem; }
li { margin-bottom: 0.3rem; }
a { color: var(--ta-accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--ta-accent); outline-offset: 2px; border-radius: 2px; }
main:focus { outline: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; padding: 0.6rem 1rem; background: var(--ta-paper); border: 2px solid var(--ta-accent); }
.skip:focus { top: 0.5rem; }
.top { padding: 3rem 0 2rem; }
.logo { margin: 0 0 1.5rem; }
.logo img { display: block; max-width: 14rem; max-height: 4.5rem; }
@media screen and (prefers-color-scheme: dark) { .logo img { padding: 0.5rem 0.8rem; background: #fff; border-radius: 6px; } }
.subtitle { margin: 0.9rem 0 0; max-width: 46rem; color: var(--ta-quiet); font-size: 1.15rem; line-height: 1.45; }
.note { display: inline-block; margin: 1.2rem 0 0; padding: 0.4rem 0.8rem; border: 1px solid var(--ta-ink); border-left-width: 5px; }
.mark { display: inline-block; margin-left: 0.4rem; padding: 0.1rem 0.5rem; border: 1px solid var(--ta-ink); font: 600 0.8rem/1.4 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; vertical-align: 0.25em; }
main > section { margin-bottom: 3.2rem; }
nav { margin-bottom: 2.5rem; font-size: 0.92rem; }
.nav-title { margin: 0 0 0.4rem; color: var(--ta-quiet); font-weight: 600; }
nav ol { margin: 0; padding: 0; list-style: none; columns: 2 11rem; column-gap: 1.5rem; }
nav li { margin: 0; break-inside: avoid; }
nav a { display: block; padding: 0.25rem 0; text-decoration: none; line-height: 1.3; overflow-wrap: anywhere; }
nav a:hover { text-decoration: underline; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--ta-line); color: var(--ta-quiet); font-size: 0.9rem; }
.tone-quiet { color: var(--ta-quiet); }
.tone-good { color: var(--ta-good); }
.tone-fair { color: var(--ta-fair); }
.tone-poor { color: var(--ta-poor); }
.tone-strong { font-weight: 600; }
@media (min-width: 64rem) {
  .columns { display: grid; grid-template-columns: 13rem minmax(0, 1fr); column-gap: 3.5rem; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; margin: 0; padding: 1.3rem 0.5rem 1.3rem 0; overflow-y: auto; }
  nav ol { columns: auto; border-left: 1px solid var(--ta-line); }
  nav a { padding: 0.25rem 0 0.25rem 0.9rem; }
}
@media (min-width: 64rem) { .columns > main:only-child { grid-column: 1 / -1; } }
`;
