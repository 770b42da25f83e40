import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Judge = (
  packages: Record<string, object>,
  allowed: { shipped: readonly string[]; development: readonly string[] },
  exceptions: Record<string, { stated: string | null; licence: string; why: string }>,
) => { faults: string[]; list: { name: string; licence: string; dev: boolean }[] }
const { judgeLicences } = (await import(
  new URL('../../tooling/judge-licences.mjs', import.meta.url).href
)) as { judgeLicences: Judge }

const allowed = { shipped: ['MIT', 'ISC'], development: ['MPL-2.0'] }
const faultsOf = (packages: Record<string, object>, exceptions = {}) =>
  judgeLicences(packages, allowed, exceptions).faults

describe('the licences of packages', () => {
  it('are allowed for what is shipped or for development, one of several being enough', () => {
    const packages = {
      '': { license: 'EUPL-1.2' },
      'node_modules/a': { version: '1', license: 'MIT' },
      'node_modules/a/node_modules/@b/c': { version: '2', license: '(GPL-3.0 OR ISC)' },
      'node_modules/d': { version: '3', license: 'MPL-2.0', dev: true },
      'node_modules/e': { version: '4', license: 'MIT AND ISC' },
    }
    expect(faultsOf(packages)).to.deep.equal([])
    const names = judgeLicences(packages, allowed, {}).list.map(({ name }) => name)
    expect(names).to.deep.equal(['@b/c', 'a', 'd', 'e'])
  })

  it('are refused otherwise: unknown, missing, for development only, one of two, or nested', () => {
    for (const license of [
      'GPL-3.0',
      undefined,
      'MPL-2.0',
      'MIT AND GPL-3.0',
      '(MIT OR (X AND Y)) AND Z',
    ]) {
      const faults = faultsOf({ 'node_modules/a': { version: '1', license } })
      expect(faults, String(license)).to.have.length(1)
      expect(faults[0]).to.contain('a@1')
    }
  })

  it('are excepted by name, for as long as the package states what it did', () => {
    const exceptions = { a: { stated: null, licence: 'MIT', why: 'its LICENSE says so' } }
    expect(faultsOf({ 'node_modules/a': { version: '1' } }, exceptions)).to.deep.equal([])
    const changed = { 'node_modules/a': { version: '2', license: 'BUSL-1.1' } }
    expect(faultsOf(changed, exceptions)[0]).to.contain('look at its exception again')
    expect(faultsOf({}, exceptions)[0]).to.contain('not needed any more')
  })

  it('are all allowed in package-lock.json', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tooling/licences.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(status, stderr).to.equal(0)
  })

  it('are listed with a bill of materials that has every shipped package and no other', function () {
    this.timeout(300_000)
    const folder = mkdtempSync(join(tmpdir(), 'rogatory-sbom-'))
    try {
      const made = spawnSync(process.execPath, ['tooling/sbom.mjs', folder], {
        cwd: ROOT,
        encoding: 'utf8',
      })
      expect(made.status, made.stderr).to.equal(0)
      const read = (name: string) => readFileSync(join(folder, name), 'utf8')
      const cdx = z
        .object({
          bomFormat: z.literal('CycloneDX'),
          components: z.array(z.object({ name: z.string(), version: z.string() })),
        })
        .parse(JSON.parse(read('sbom.cdx.json')))
      const spdx = z
        .object({ spdxVersion: z.string(), packages: z.array(z.object({ name: z.string() })) })
        .parse(JSON.parse(read('sbom.spdx.json')))
      const rows = read('licences.tsv').trim().split('\n').slice(1)
      const listed = new Set(rows.map((row) => row.split('\t').slice(0, 2).join('@')))
      const components = new Set(cdx.components.map(({ name, version }) => `${name}@${version}`))
      expect([...components].toSorted()).to.deep.equal([...listed].toSorted())
      expect([...components].some((one) => one.startsWith('mongoose@'))).to.equal(true)
      expect([...components].some((one) => one.startsWith('mocha@'))).to.equal(false)
      expect(spdx.packages.length).to.be.at.least(components.size)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
