import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { ROOT } from '../browser/bundle-tests.js'

const BUILT = join(ROOT, 'dist/client/browser')
/** What a slow line carries before the list of packages stands, compressed. */
const FIRST_LOAD = 350 * 1000

type Chunk = {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

describe('the built web client', () => {
  const manifest = () =>
    JSON.parse(readFileSync(join(BUILT, 'manifest.json'), 'utf8')) as Record<string, Chunk>

  /** Everything that the page and these modules load, and what those need. */
  function loadedFor(chunks: Record<string, Chunk>, entries: readonly string[]): Set<string> {
    const files = new Set<string>()
    const walk = (name: string): void => {
      const chunk = chunks[name]
      expect(chunk, name).not.to.equal(undefined)
      if (chunk === undefined || files.has(chunk.file)) return
      files.add(chunk.file)
      for (const css of chunk.css ?? []) files.add(css)
      for (const other of chunk.imports ?? []) walk(other)
    }
    for (const entry of entries) walk(entry)
    return files
  }

  it('needs less than 350 KB compressed until the list of packages stands', () => {
    const chunks = manifest()
    const files = loadedFor(chunks, [
      'index.html',
      'welcome/start.tsx',
      'inbox/inbox.tsx',
      'languages/ar.ts',
      '../transport/listen.ts',
    ])
    const size = [...files].reduce((sum, file) => sum + statSync(join(BUILT, `${file}.gz`)).size, 0)
    expect(size).to.be.lessThan(FIRST_LOAD)
    // What only composing or reading a package needs is not among it.
    expect(
      [...files].filter((file) => /compose|package-screen|pdf|worker/.test(file)),
    ).to.deep.equal([])
  })

  it('holds no inline script or style, and asks for nothing elsewhere', () => {
    const page = readFileSync(join(BUILT, 'index.html'), 'utf8')
    expect(page).not.to.match(/<style|style=|<script(?![^>]*\ssrc=)|\son\w+=/)
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url)).to.satisfy(
      (urls: string[]) => urls.every((url) => url.startsWith('/assets/')),
    )
    expect(existsSync(join(BUILT, 'licences.txt'))).to.equal(true)
    expect(readdirSync(join(BUILT, 'assets')).length).to.be.greaterThan(10)
  })
})
