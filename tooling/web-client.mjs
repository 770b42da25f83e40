import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { root } from './root.mjs'

/** Its sources in the checkout, and what is built of them in dist/. */
export const WEB_CLIENT = join('client', 'browser')

/** Worth a compressed copy. */
const TEXT = /\.(html|js|mjs|css|svg|json|wasm)$/

/** Every file that the web client is made of and that is bundled, not transpiled. */
export function webClientSources() {
  const folder = join(root, WEB_CLIENT)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .concat(import.meta.filename)
    .sort()
}

/**
 * Bundles client/browser into dist/client/browser: the page, and below assets/ files whose names hold a
 * digest of their content, each also compressed. Relays that run go on with what they have read.
 */
export async function buildWebClient() {
  const { build } = await import('vite')
  const out = join(root, 'dist', WEB_CLIENT)
  const fresh = `${out}.${process.pid}`
  await build({
    configFile: false,
    root: join(root, WEB_CLIENT),
    logLevel: 'warn',
    // `#crypto/…` means the sources here as in tests; a browser's half of a package where it has one.
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    worker: { format: 'es' },
    build: {
      outDir: fresh,
      emptyOutDir: true,
      target: 'es2022',
      // An asset in the page's own text would be inline: the policy of the page forbids it.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      reportCompressedSize: false,
      // Packages say "use client" to frameworks that render on a server.
      rolldownOptions: {
        output: {
          codeSplitting: {
            // What tells zod to make no code of texts runs before whatever makes a schema.
            groups: [
              { name: 'zod', test: /node_modules[\\/]zod[\\/]|zod-without-code/ },
              // Every screen needs these: together they compress better than each by itself.
              {
                name: 'foundation',
                test: /[\\/]crypto[\\/](bytes|canonical|fields|statement|errors)\b/,
              },
            ],
          },
        },
        onLog: (level, log, pass) => log.code === 'MODULE_LEVEL_DIRECTIVE' || pass(level, log),
      },
      license: { fileName: 'licences.txt' },
      manifest: 'manifest.json',
    },
  })
  compress(fresh)
  // A relay that starts meanwhile finds a page at nearly every moment.
  if (existsSync(out)) renameSync(out, `${fresh}.last`)
  renameSync(fresh, out)
  rmSync(`${fresh}.last`, { recursive: true, force: true })
}

function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TEXT.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const octets = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(octets, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    writeFileSync(`${path}.br`, brotliCompressSync(octets, { params }))
  }
}
