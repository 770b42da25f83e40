import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { ensurePackages } from './ensure-packages.mjs'
import { root } from './root.mjs'
import { buildWebClient, WEB_CLIENT, webClientSources } from './web-client.mjs'
import { BUNDLED, bundlePrograms, PROGRAMS } from './bundle-programs.mjs'
import { VERIFIER_PAGE, verifierPage } from './verifier-page.mjs'

const FOLDERS = ['config', 'crypto', 'server', 'workers', 'client']

/**
 * Transpiles the sources to dist/, file by file, with source maps, when one of them changed, and bundles those
 * that are started as programs.
 *
 * Import specifiers stay as they are: relative ones end in .js already, and package.json maps
 * `#crypto/…` to dist/ unless the condition `source` is set. Types are not checked here but by
 * `npm run check`.
 *
 * @returns {Promise<boolean>} whether there was something to do.
 */
export async function build() {
  const files = FOLDERS.flatMap((folder) => sources(join(root, folder)))
  const styles = join(root, 'client/verifier/verifier.css')
  const stamp = join(root, 'dist', '.stamp')
  const web = webClientSources()
  const others = [
    styles,
    join(root, 'package-lock.json'),
    join(root, 'tooling/bundle-programs.mjs'),
  ]
  const state = digestOf([...files, ...web, ...others])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false
  const { transform } = await import('esbuild')
  const tsconfigRaw = { compilerOptions: { target: 'ES2023', verbatimModuleSyntax: true } }
  rmSync(stamp, { force: true })
  const modules = files.filter((file) => !PROGRAMS.includes(nameOf(file)))
  await Promise.all(
    modules.map(async (file) => {
      const out = join(root, 'dist', `${nameOf(file)}.js`)
      const { code, map } = await transform(readFileSync(file, 'utf8'), {
        loader: 'ts',
        format: 'esm',
        target: 'es2023',
        sourcemap: true,
        sourcefile: relative(dirname(out), file),
        tsconfigRaw,
      })
      replace(out, `${code}//# sourceMappingURL=${basename(out)}.map\n`)
      replace(`${out}.map`, map)
    }),
  )
  const bundled = await bundlePrograms()
  for (const [path, text] of bundled) replace(join(root, path), text)
  removeOrphans([...files.map((file) => join('dist', `${nameOf(file)}.js`)), ...bundled.keys()])
  const page = join(root, 'dist', VERIFIER_PAGE)
  replace(page, await verifierPage())
  // What is used by the server alone makes the page no other.
  const seen = digestOf([
    ...web,
    ...files.filter(
      (file) => !/^(server[/\\](?!contract)|workers|config)[/\\]/.test(relative(root, file)),
    ),
  ])
  const webStamp = join(root, 'dist', '.stamp-web')
  if (!existsSync(webStamp) || readFileSync(webStamp, 'utf8') !== seen) {
    await buildWebClient()
    writeFileSync(webStamp, seen)
  }
  writeFileSync(stamp, state)
  return true
}

/** Its path from the root, without the ending. */
const nameOf = (file) => relative(root, file).replace(/\.ts$/, '')

/** By rename: processes of another run may be importing these files at this moment. */
function replace(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  const fresh = `${path}.${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(fresh, text)
  renameSync(fresh, path)
}

function sources(folder) {
  if (!existsSync(folder)) return []
  // The web client is bundled, not transpiled file by file.
  if (relative(root, folder) === WEB_CLIENT) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sources(path)
    return /(?<!\.d)\.ts$/.test(entry.name) ? [path] : []
  })
}

/** Names, sizes and times: reading some hundred files to hash them would cost what it saves. */
function digestOf(files) {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename))
  for (const file of files) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * What is in dist/ without a source any more would still be importable. Of the bundles, those of the build before
 * stay: a program that has run since then may import a part of its own only now.
 */
function removeOrphans(made) {
  const list = join(root, 'dist', '.stamp-programs')
  const last = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : { now: [], before: [] }
  const now = made.filter((path) => dirname(path) === BUNDLED).sort()
  const before = String(now) === String(last.now) ? last.before : last.now
  const others = ['.stamp-web', '.stamp-programs', VERIFIER_PAGE].map((name) => join('dist', name))
  const wanted = new Set([...made, ...before, ...others])
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (relative(join(root, 'dist'), path) === WEB_CLIENT) continue
      if (entry.isDirectory()) walk(path)
      else if (!wanted.has(relative(root, path).replace(/\.map$/, ''))) rmSync(path)
    }
  }
  walk(join(root, 'dist'))
  replace(list, JSON.stringify({ now, before }))
}

if (process.argv[1] === import.meta.filename) {
  ensurePackages()
  await build()
}
