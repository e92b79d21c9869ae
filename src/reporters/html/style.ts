/** The style of a page: light and dark, on a screen and on paper. */

export const style = `
:root {
  --bg: #f5f6f8; --card: #fff; --text: #1b2230; --muted: #586273; --line: #dde1e7; --accent: #2f54c9;
  --error: #b42318; --error-bg: #fdeceb; --warning: #855700; --warning-bg: #fdf2d9; --note: #475467; --note-bg: #edf0f4;
  --ok: #12703f; --ok-bg: #e3f5ea; --code: #f8f9fb; --mark: #ffe7a3; --rail: #c5cbd5;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #11151b; --card: #191f27; --text: #e5e9ef; --muted: #9ca8b8; --line: #2b3440; --accent: #94b3ff;
    --error: #ff9d91; --error-bg: #3b1d1b; --warning: #ffd083; --warning-bg: #382a10; --note: #b8c3d2; --note-bg: #252d38;
    --ok: #82dda6; --ok-bg: #15311f; --code: #141a21; --mark: #5a4708; --rail: #465163;
  }
}
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 5rem; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; overflow-wrap: anywhere; }
main, .top, footer { max-width: 1160px; margin: 0 auto; padding-left: 24px; padding-right: 24px; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; z-index: 9; padding: 8px 14px; background: var(--card); }
h1 { font-size: 30px; line-height: 1.2; margin: 4px 0 8px; letter-spacing: -.01em; }
h2 { font-size: 19px; margin: 36px 0 12px; } h3 { font-size: 15px; margin: 0; display: inline; }
.count { color: var(--muted); font-weight: 400; font-size: .82em; margin-left: .4em; }
code, pre, .mono { font: 12.5px/1.6 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
.top { padding-top: 32px; } .eyebrow, .muted { color: var(--muted); margin: 0; } .lead { font-size: 16px; margin: 0 0 18px; max-width: 75ch; }
.bar { display: block; width: 100%; height: 12px; border-radius: 6px; overflow: hidden; background: var(--note-bg); }
.bar .ok { fill: #2f9e63; } .bar .error { fill: #d5392b; } .bar .warning { fill: #dfa21f; } .bar .note { fill: #98a3b3; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 22px; list-style: none; margin: 10px 0 0; padding: 0; } .legend b { font-variant-numeric: tabular-nums; }
.dot { display: inline-block; width: 10px; height: 10px; border-radius: 50%; margin-right: 7px; background: #98a3b3; }
.dot.ok { background: #2f9e63; } .dot.error { background: #d5392b; } .dot.warning { background: #dfa21f; }
.facts { display: flex; flex-wrap: wrap; gap: 6px 32px; margin: 18px 0 0; } .facts div { min-width: 90px; } dt { color: var(--muted); font-size: 12.5px; } dd { margin: 0; }
.next { display: flex; align-items: center; gap: 12px; margin: 20px 0 0; padding: 10px 14px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
.next pre { flex: 1; margin: 0; white-space: pre-wrap; } .next b { color: var(--muted); font-weight: 600; font-size: 12.5px; }
button, input, select { font: inherit; color: inherit; } button { padding: 3px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--bg); cursor: pointer; } button:hover { border-color: var(--accent); }
#filters { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin: 26px -24px 0; padding: 10px 24px; background: var(--bg); border-bottom: 1px solid var(--line); }
#filters input[type=search], #filters select { padding: 6px 10px; border: 1px solid var(--line); border-radius: 7px; background: var(--card); } #filters input[type=search] { width: 240px; }
fieldset { display: contents; } legend { position: absolute; left: -999px; }
.pill { display: inline-flex; align-items: center; gap: 6px; padding: 3px 11px; border: 1px solid var(--line); border-radius: 20px; background: var(--card); cursor: pointer; font-size: 13px; }
.pill input { margin: 0; accent-color: var(--accent); } .pill:has(:checked) { border-color: var(--accent); } .pill:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
#filters output { margin-left: auto; color: var(--muted); font-size: 13px; }
.card { margin: 0 0 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden; }
.finding { border-left: 4px solid var(--rail); } .finding.error { border-left-color: #d5392b; } .finding.warning { border-left-color: #dfa21f; }
summary { cursor: pointer; } .card > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 10px; padding: 11px 16px; list-style: none; } .card > summary::-webkit-details-marker { display: none; }
.card > summary::before { content: "▸"; color: var(--muted); transition: transform .12s; } .card[open] > summary::before { transform: rotate(90deg); } .card > summary:hover { background: var(--code); }
.card > summary .place { margin-left: auto; color: var(--muted); } .inside { padding: 0 18px 16px; } .inside > p:first-child { margin: 2px 0 6px; }
.badge { display: inline-block; padding: 1px 9px; border-radius: 20px; font-size: 12.5px; font-weight: 600; white-space: nowrap; color: var(--note); background: var(--note-bg); }
.badge.error { color: var(--error); background: var(--error-bg); } .badge.warning { color: var(--warning); background: var(--warning-bg); } .badge.ok { color: var(--ok); background: var(--ok-bg); }
.pair { display: grid; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(430px, 100%), 1fr)); gap: 12px; } figure { margin: 8px 0; min-width: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--code); overflow: hidden; }
figcaption { padding: 5px 12px; border-bottom: 1px solid var(--line); font-size: 12.5px; color: var(--muted); } figcaption code { color: var(--text); }
figure pre { margin: 0; padding: 8px 0; overflow-x: auto; tab-size: 2; } figure pre span { display: block; padding: 0 12px; white-space: pre; width: max-content; min-width: 100%; } figure pre .at { background: var(--error-bg); } figure pre i { position: sticky; left: 0; display: inline-block; width: 3.4em; padding-left: 12px; margin-left: -12px; font-style: normal; color: var(--muted); background: var(--code); user-select: none; box-sizing: content-box; }
figure pre .at i { background: var(--error-bg); }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: 1px 0; } .todo { margin: 10px 0; padding-left: 12px; border-left: 3px solid var(--accent); } .after { color: var(--warning); margin: 8px 0; } .foot { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 10px 0 0; font-size: 13px; color: var(--muted); }
.line { list-style: none; margin: 12px 0 4px; padding: 0; } .line li { position: relative; padding: 0 0 12px 30px; } .line li::before { content: ""; position: absolute; left: 3px; top: 4px; width: 13px; height: 13px; border: 3px solid var(--rail); border-radius: 50%; background: var(--card); z-index: 1; }
.line li::after { content: ""; position: absolute; left: 8px; top: 8px; bottom: -8px; border-left: 3px solid var(--rail); } .line li:last-child::after { display: none; } .line li.there::before { border-color: #2f9e63; } .line li.there::after { border-color: #2f9e63; } .line li.gone::before { border-color: #d5392b; } .line li.perhaps::after { border-left-style: dashed; border-color: #dfa21f; } .line li.perhaps::before { border-color: #dfa21f; }
.line li.end::before { border-width: 7px; } .line time { color: var(--muted); font-variant-numeric: tabular-nums; margin-right: 8px; } .line .where { display: block; color: var(--muted); font-size: 13px; } .line .says { font-size: 12.5px; color: var(--muted); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card); } table { border-collapse: collapse; width: 100%; } th, td { max-width: 24em; overflow-wrap: break-word; padding: 7px 14px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); } tbody tr:last-child > * { border-bottom: 0; } thead th { font-size: 12.5px; color: var(--muted); font-weight: 600; background: var(--code); } tbody th { font-weight: 600; } tbody tr:hover { background: var(--code); } td small, th small { display: block; color: var(--muted); font-weight: 400; } .number { text-align: right; font-variant-numeric: tabular-nums; }
caption { position: absolute; left: -9999px; } .empty { color: var(--muted); } .plain { padding-left: 20px; } .plain li { margin: 4px 0; } .diff { padding: 12px; overflow-x: auto; } footer { padding-top: 28px; padding-bottom: 40px; color: var(--muted); font-size: 13px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 640px) { main, .top, footer { padding-left: 14px; padding-right: 14px; } #filters { position: static; margin: 20px -14px 0; padding: 10px 14px; } .card > summary .place { margin-left: 0; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
@media print {
  :root { --bg: #fff; --card: #fff; --text: #000; --muted: #444; --line: #bbb; --code: #fff; --accent: #000; --error: #8e1b12; --error-bg: #fff; --warning: #6b4600; --warning-bg: #fff; --note: #333; --note-bg: #fff; --ok: #0b5a31; --ok-bg: #fff; --mark: #eee; }
  body { font-size: 11px; } main, .top, footer { max-width: none; padding-left: 0; padding-right: 0; } #filters, .skip, button, .card > summary::before { display: none !important; } .card, figure, tr, .line li { break-inside: avoid; } h2 { break-after: avoid; } .badge { border: 1px solid currentColor; } figure pre span { white-space: pre-wrap; width: auto; } details::details-content { content-visibility: visible; block-size: auto; } .bar { print-color-adjust: exact; }
}
`
