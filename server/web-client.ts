import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { toBase64 } from '#crypto/bytes/bytes.js'

/** One file of the web client. */
export type WebFile = {
  readonly type: string
  /** Its name holds a digest of its content: whatever has that name never changes. */
  readonly isImmutable: boolean
  /** Reads it when it is first asked for, and keeps it. Rejects as the disk does, and asks it again the next time. */
  read(): Promise<WebContent>
}
/** With its copies as a build has compressed them. */
export type WebContent = {
  readonly etag: string
  readonly octets: Readonly<Record<Encoding, Uint8Array | undefined>>
}
export type Encoding = 'identity' | 'gzip' | 'br'
/** By path, such as `/assets/main-1f2e3d4c.js`; the page itself is `/`. */
export type WebClient = ReadonlyMap<string, WebFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
}

/** Where a build puts it: beside this code, whether that is built or run from its sources. */
export function webClientFolder(here = import.meta.dirname): string {
  const root = dirname(here)
  return join(basename(root) === 'dist' ? root : join(root, 'dist'), 'client', 'browser')
}

/**
 * Lists the built web client: which paths there are is settled here, and none that a request could choose is ever
 * one of the disk's. Most of its megabytes are fonts and tables that few ask for, so nothing is read yet. Empty
 * where none was built: the relay is whole without it.
 */
export async function listWebClient(folder = webClientFolder()): Promise<WebClient> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = new Set(
    found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  )
  const files = new Map<string, WebFile>()
  for (const path of names) {
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const name = path.slice(folder.length).replaceAll('\\', '/')
    files.set(name === '/index.html' ? '/' : name, {
      type,
      isImmutable: name.startsWith('/assets/'),
      read: once(() => readOne(path, names)),
    })
  }
  return files
}

async function readOne(path: string, names: ReadonlySet<string>): Promise<WebContent> {
  const copy = async (extension: string) =>
    names.has(path + extension) ? readFile(path + extension) : undefined
  const [identity, gzip, br] = await Promise.all([readFile(path), copy('.gz'), copy('.br')])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', identity))
  return { etag: `"${toBase64(digest.subarray(0, 18))}"`, octets: { identity, gzip, br } }
}

function once<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined
  return () =>
    (found ??= find().catch((error: unknown) => {
      found = undefined
      throw error
    }))
}
