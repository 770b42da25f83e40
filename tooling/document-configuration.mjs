import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { build } from './build.mjs'
import { keepDocument } from './keep-document.mjs'
import { root } from './root.mjs'

/** node tooling/document-configuration.mjs [--check]: docs/configuration.md from config/variables. */
await build()
const { describeVariables } = await import('../dist/config/describe-variables.js')
const path = join(root, 'docs', 'configuration.md')
const rows = describeVariables().map(({ name, fallback, meaning }) => {
  const shown =
    fallback === undefined ? '**required**' : fallback === '' ? 'empty' : `\`${fallback}\``
  return `| \`${name}\` | ${shown} | ${meaning.replaceAll('|', '\\|')} |`
})
const text = `# Configuration

Relay and workers read these environment variables when they start, and refuse to start with a list
of everything that is wrong. \`npm start\` sets the required ones itself, where they are not set, to
values for trying on one machine. Generated from \`config/variables\` by
\`node tooling/document-configuration.mjs\`.

| variable | default | meaning |
|---|---|---|
${rows.join('\n')}

Keys are not configuration. They are files under \`DATA_DIR/relay\`, each readable by its owner only
(mode 0600), or in \`RELAY_KEYS_DIR\`, where their group may read them, too; the processes refuse to
start otherwise.
`
const wanted = await format(text, { parser: 'markdown', printWidth: 100 })

keepDocument(path, wanted)
