import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './root.mjs'

/** The product, which stays outside and is loaded from dist/. */
const PRODUCT = ['config', 'crypto', 'server', 'workers', 'client'].map((name) => `#${name}/*`)

/**
 * Compiles test/load, benchmarks and the programs that they start: a loader that translates while things
 * run would be measured along with them.
 *
 * @returns {Promise<string>} the folder.
 */
export async function compileBenchmarks(outdir = join(root, '.bench', 'programs')) {
  const load = join(root, 'test', 'load')
  const files = ['.', 'programs'].flatMap((folder) =>
    readdirSync(join(load, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(load, folder, name)),
  )
  rmSync(outdir, { recursive: true, force: true })
  await build({
    entryPoints: files,
    outdir,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'es2023',
    sourcemap: true,
    packages: 'external',
    external: PRODUCT,
    // `#test/…` has sources only.
    conditions: ['source'],
    alias: { '#test': join(root, 'test') },
    logLevel: 'warning',
  })
  return outdir
}

/** node tooling/compile-benchmarks.mjs [FOLDER] */
if (process.argv[1] === import.meta.filename) await compileBenchmarks(process.argv[2])
