import { readFileSync, writeFileSync } from 'node:fs'

/**
 * node tooling/draw-terminal.mjs OUT.svg < text: a terminal's text as a picture for the README, drawn
 * from a real run: `npm run --silent demo | node tooling/draw-terminal.mjs docs/images/demo.svg`.
 */
const [out] = process.argv.slice(2)
if (out === undefined) {
  console.error('name the picture: node tooling/draw-terminal.mjs OUT.svg < text')
  process.exit(2)
}
const WIDEST = 112
const LINE = 19
const lines = readFileSync(0, 'utf8')
  .trimEnd()
  .split('\n')
  .flatMap((line) => line.match(new RegExp(`.{1,${WIDEST}}(?= |$)`, 'gu')) ?? [''])
// Spaces that hold: what draws SVG folds plain ones.
const escape = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/ /g, '\u00a0')
const colourOf = (line) =>
  /✗|contradicted/i.test(line) ? '#f2a29b' : /✓|proved/.test(line) ? '#a9d9a4' : '#dfe3e6'
const height = lines.length * LINE + 40
const rows = lines.map(
  (line, row) =>
    `<text x="20" y="${34 + row * LINE}" fill="${colourOf(line)}">${escape(line)}</text>`,
)
writeFileSync(
  out,
  `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="${height}" viewBox="0 0 960 ${height}" role="img" aria-label="What npm run demo prints">
<rect width="960" height="${height}" rx="8" fill="#16212b"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13.5">
${rows.join('\n')}
</g>
</svg>
`,
)
