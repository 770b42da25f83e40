import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.mjs'
import { shakableZod } from './shakable-zod.mjs'

/** Where the page is, under dist/. */
export const VERIFIER_PAGE = 'client/verifier/rogatory-verifier.html'

/**
 * The page that verifies bundles, as one file: script and styles inside, named by their digests in the
 * page's own policy, which allows nothing else: no other script, no network. WebAssembly is what hashes
 * large documents.
 *
 * @returns {Promise<string>}
 */
export async function verifierPage() {
  const { build, transform } = await import('esbuild')
  const folder = join(root, 'client/verifier')
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts')],
    bundle: true,
    platform: 'browser',
    conditions: ['source'],
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
    plugins: [shakableZod],
    write: false,
    logLevel: 'error',
  })
  // The text `</script` would end the script early, wherever it stood.
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script')
  const css = await readFile(join(folder, 'verifier.css'), 'utf8')
  const style = (await transform(css, { loader: 'css', minify: true })).code.trim()
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Rogatory</title>
<style>${style}</style>
<body>
<noscript>${await withoutScript()}</noscript>
<script>${script}</script>
`
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** In every language: without its script, the page cannot know which one is wanted. */
async function withoutScript() {
  const { LANGUAGES, directionOf } = await import('../dist/client/languages/language.js')
  const { textsOf } = await import('../dist/client/languages/texts-of.js')
  return LANGUAGES.map(
    (language) =>
      `<p lang="${language}" dir="${directionOf(language)}">${textsOf(language).page.noScript}</p>`,
  ).join('')
}
