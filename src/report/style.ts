/** The look of the report. No script, no font and no picture from outside. */
export const STYLE = `
:root { color-scheme: light; --ink: #1c2430; --soft: #667085; --line: #e4e7ec; --accent: #4e79a7; }
body { margin: 0; background: #f7f8fa; color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main { max-width: 1160px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 32px; }
h1 { font-size: 26px; margin: 0; }
h2 { font-size: 17px; margin: 32px 0 8px; }
header p, figcaption, .note, small { color: var(--soft); }
header p { margin: 4px 0 20px; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 10px; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(480px, 1fr)); gap: 16px; }
.pictures > figure { margin: 0; padding: 16px 20px; }
.pictures h2 { margin: 0 0 4px; }
.pictures figure figure { margin: 0; }
.pictures svg { max-width: 100%; height: auto; }
/* Plot sets the key's size in its own style sheet. */
.pictures figure figure > div { font-size: 13px !important; min-height: 0; }
figcaption { font-size: 13px; margin-top: 6px; }
.tables { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 16px; align-items: flex-start; }
table { border-collapse: separate; border-spacing: 0; padding: 10px 16px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; text-align: right; white-space: nowrap; font-weight: 400; }
th:first-child { text-align: left; padding-left: 0; }
thead th { color: var(--soft); border-bottom: 1px solid var(--line); }
thead th:first-child { color: var(--ink); font-weight: 600; }
tfoot th:first-child { white-space: normal; max-width: 60ch; }
small.better, small.worse { font-weight: 600; color: #2e7d32; }
small.worse { color: #c62828; }
.worst { padding: 0; list-style-position: inside; }
.worst > li { padding: 14px 20px; margin-bottom: 12px; font-weight: 600; }
.worst > li > * { font-weight: 400; }
.verdict { color: var(--soft); font-size: 13px; }
.expected { margin: 6px 0; }
blockquote { margin: 8px 0; padding: 2px 14px; border-left: 3px solid var(--line); }
blockquote cite { display: block; font-style: normal; font-size: 13px; color: var(--soft); }
mark { background: #fff1c2; color: inherit; }
`;
