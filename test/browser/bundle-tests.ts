import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** The checkout: this file stands in test/browser. */
export const ROOT = join(import.meta.dirname, '../..')

/**
 * Every test of crypto/ that names no built-in of Node, as one script for a browser.
 *
 * A test that needs Node says so in its name, `*.node.test.ts`; one that does not say so and needs
 * it fails to bundle here, as does a module of crypto/ that would not run in a browser.
 */
export async function bundleTests(): Promise<string> {
  const files = (await readdir(join(ROOT, 'test/crypto'), { recursive: true }))
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('.node.test.ts'))
    .toSorted()
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file) => `import ${JSON.stringify(`./test/crypto/${file}`)}`).join('\n'),
      resolveDir: ROOT,
    },
    bundle: true,
    platform: 'browser',
    conditions: ['source'],
    format: 'esm',
    target: 'es2023',
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.map(({ text }) => text).join('')
}
