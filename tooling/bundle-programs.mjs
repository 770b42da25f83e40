import { join, relative } from 'node:path'
import { root } from './root.mjs'
import { shakableZod } from './shakable-zod.mjs'

/** What runs as a process of its own and is waited for; each is `dist/NAME.js`. */
export const PROGRAMS = [
  'client/cli/main',
  'client/example/main',
  'server/board',
  'server/init',
  'server/main',
  'workers/main',
]

/**
 * Where what they are made of lies. One folder below dist/ and flat: code that looks for a file "beside the
 * built code" goes one folder up from wherever it is, and finds the same.
 */
export const BUNDLED = join('dist', 'programs')

/**
 * Packages whose many modules are taken in. All others are loaded from node_modules as ever: some read files of
 * their own, one is patched (server/storage/fail-lost-writes.ts), and only one copy of each must exist.
 */
const TAKEN_IN = ['asn1js', 'commander', 'hash-wasm', 'jose', 'node-forge', 'pkijs', 'zod']

/**
 * Bundles the programs: hundreds of modules become a few that share what is common, and what is imported
 * lazily stays apart (docs/adr/0033-programs-are-bundled.md).
 *
 * @returns {Promise<Map<string, string>>} text by path from the root, what is imported before what imports it.
 */
export async function bundlePrograms() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: PROGRAMS.map((name) => ({ in: `${name}.ts`, out: flat(name) })),
    outdir: BUNDLED,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'es2023',
    conditions: ['source'],
    // Modules before CommonJS: of hash-wasm a tenth is used, and only so the rest is left out.
    mainFields: ['module', 'main'],
    // With --enable-source-maps stack traces name our sources, which themselves are in the checkout.
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'inline',
    // CommonJS that is taken in requires built-in modules.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url)",
    },
    plugins: [packagesStayOutside, shakableZod],
    write: false,
    logLevel: 'error',
  })
  const isEntry = ({ path }) => PROGRAMS.some((name) => path.includes(`${flat(name)}.js`))
  const files = [...outputFiles].sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)))
  const texts = new Map(files.map(({ path, text }) => [relative(root, path), text]))
  for (const name of PROGRAMS) texts.set(join('dist', `${name}.js`), starter(name))
  return texts
}

/**
 * From Node 22 on, what was compiled is kept and taken up at the next start. Beside the code and not in the system's
 * temporary folder: whoever may write there could write what we run. Where nobody may write, nothing is kept.
 */
function starter(name) {
  const up = '../'.repeat(name.split('/').length - 1)
  return `import module from 'node:module'
import { fileURLToPath } from 'node:url'
module.enableCompileCache?.(fileURLToPath(new URL('${up || './'}.compile-cache', import.meta.url)))
await import('${up}programs/${flat(name)}.js')
`
}

const flat = (name) => name.replaceAll('/', '-')

const packagesStayOutside = {
  name: 'packages stay outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.#/]/ }, ({ path, importer }) => {
      const isOurs = !importer.includes('node_modules')
      const isTakenIn = TAKEN_IN.some((name) => path === name || path.startsWith(`${name}/`))
      return isOurs && !isTakenIn ? { path, external: true } : undefined
    })
  },
}
