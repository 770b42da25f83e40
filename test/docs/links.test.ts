import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'].map((name) => join(ROOT, name)),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(ROOT, 'docs', name)),
]

/** Prose only: what stands in a fenced block is an example. */
const proseOf = (page: string) => readFileSync(page, 'utf8').replace(/^```[^]*?^```$/gm, '')

const FOLDERS = 'client|config|crypto|docs|server|test|tooling|workers'
/** A file or folder of this repository, as `server/main.ts`; not a glob, a set, or a module without its ending. */
const PATH = new RegExp(`\`((?:${FOLDERS})/[\\w./-]+)\``, 'g')

/** As the text names it, or as a module without its ending. */
const exists = (path: string) =>
  ['', '.ts', '.mjs'].some((ending) => existsSync(join(ROOT, path + ending)))

describe('the documents', () => {
  for (const page of pages) {
    const name = relative(ROOT, page)

    it(`${name} links only to what is there`, () => {
      const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
      const local = links.filter((link) => !/^[a-z]+:|^#/.test(link))
      const broken = local.filter(
        (link) => !existsSync(join(dirname(page), link.replace(/#.*$/, ''))),
      )
      expect(broken).to.deep.equal([])
    })

    it(`${name} names only files that are there`, () => {
      const named = [...proseOf(page).matchAll(PATH)].map(([, path = '']) => path)
      expect(named.filter((path) => !exists(path))).to.deep.equal([])
    })
  }

  it('are all reached from the README or from a page that is', () => {
    const reached = new Set<string>()
    const visit = (page: string) => {
      if (reached.has(page) || !existsSync(page)) return
      reached.add(page)
      if (!page.endsWith('.md')) return
      for (const [, link = ''] of proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (!/^[a-z]+:|^#/.test(link)) visit(join(dirname(page), link.replace(/#.*$/, '')))
      }
    }
    visit(join(ROOT, 'README.md'))
    expect(
      pages.filter((page) => !reached.has(page)).map((page) => relative(ROOT, page)),
    ).to.deep.equal([])
  })
})
