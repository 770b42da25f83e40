import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { toBase64 } from '#crypto/bytes/bytes.js'

/** One file of the web client, with its copies as a build has compressed them. */
export type WebFile = {
  readonly type: string
  readonly etag: string
  /** Its name holds a digest of its content: whatever has that name never changes. */
  readonly isImmutable: boolean
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
 * Reads the built web client into memory: a few megabytes, which then cost no disk and no path that a
 * request could choose. Empty where none was built: the relay is whole without it.
 */
export async function readWebClient(folder = webClientFolder()): Promise<WebClient> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = new Map<string, WebFile>()
  for (const path of names) {
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const name = path.slice(folder.length).replaceAll('\\', '/')
    files.set(name === '/index.html' ? '/' : name, await readOne(path, type, names))
  }
  return files
}

async function readOne(path: string, type: string, names: readonly string[]): Promise<WebFile> {
  const copy = async (extension: string) =>
    names.includes(path + extension) ? readFile(path + extension) : undefined
  const identity = await readFile(path)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', identity))
  return {
    type,
    etag: `"${toBase64(digest.subarray(0, 18))}"`,
    isImmutable: /[/\\]assets[/\\]/.test(path),
    octets: { identity, gzip: await copy('.gz'), br: await copy('.br') },
  }
}
