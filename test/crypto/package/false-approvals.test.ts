import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { verifyRevocation } from '#crypto/directory/verify-revocation.js'
import { PackageId } from '#crypto/fields/fields.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { openPackage } from '#crypto/package/open-package.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { codeOf } from '#test/support/code-of.js'
import { factsIn } from '#test/support/facts-in.js'
import { after, NOW } from '#test/support/world/moments.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { samplePackage } from '#test/support/world/sample-package.js'
import { type World, world } from '#test/support/world/world.js'

type Item = { readonly statement: string; readonly credential: string }
type Header = { readonly id: PackageId; readonly digest: string }

/**
 * Xaland's policy demands one approval. What is no second pair of eyes passes neither at the recipient nor
 * before a court; at the relay see `test/server/domain/packages/submission-refused.test.ts`.
 */
describe('approvals that are none', () => {
  let w: World
  before(async () => {
    w = await world()
  })
  async function approval(
    by: { readonly key: SigningKey; readonly credential: string },
    { id, digest }: Header,
  ): Promise<Item> {
    const declared = NOW.toISOString()
    const claims = { package: id, header: digest, authority: w.xa.id, declared }
    return { statement: await signApproval(claims, by.key), credential: by.credential }
  }
  const cases: Readonly<Record<string, (header: Header) => Promise<readonly Item[]>>> = {
    'none at all': () => Promise.resolve([]),
    'the drafter’s own': async (header) => [await approval(w.drafter, header)],
    'the drafter’s with another key': async (header) => {
      const second = await w.xa.officer('Ana again', ['case'])
      const claims = { ...second.claims, officer: w.drafter.claims.officer }
      const credential = await signCredential(claims, w.xa.credentialsKey)
      return [await approval({ key: second.key, credential }, header)]
    },
    'one approver’s twice': async (header) => [
      await approval(w.approver, header),
      await approval(w.approver, header),
    ],
    'one of a header that was changed since': async ({ id }) => [
      await approval(w.approver, { id, digest: await digestOf('another header') }),
    ],
    'one of another package': async ({ digest }) => [
      await approval(w.approver, { id: PackageId.parse(uuidV7(NOW)), digest }),
    ],
    'a credential that has ended': async (header) => {
      const late = await w.xa.officer('Lea Late', ['legal'])
      const claims = { ...late.claims, validTo: after(NOW, -1).toISOString() }
      const credential = await signCredential(claims, w.xa.credentialsKey)
      return [await approval({ key: late.key, credential }, header)]
    },
    'an officer of another authority': async (header) => [await approval(w.registrar, header)],
    'a role that approves nothing': async (header) => [
      await approval(await w.xa.officer('Tadeo Translator', ['translator']), header),
    ],
  }
  const headerOf = async (statement: string): Promise<Header> => {
    const { digest, payload } = await readStatement(statement)
    return { id: PackageId.parse((payload as { package?: unknown }).package), digest }
  }

  for (const [what, make] of Object.entries(cases)) {
    it(`are refused by the recipient: ${what}`, async () => {
      const sealed = await samplePackage()
      const approvals = await make(await headerOf(sealed.header))
      const code = await codeOf(() => openPackage({ ...sealed, approvals }))
      expect(code).to.match(/^(package.approvals|directory.(credential|key|role))$/)
    })

    it(`do not make a bundle prove anything: ${what}`, async () => {
      const bundle = await sampleBundle()
      const approvals = await make(await headerOf(bundle.header))
      const { facts } = await verifyBundle(
        {
          ...bundle,
          approvals: approvals.map(({ statement }) => statement),
          credentials: [
            ...new Set([...bundle.credentials, ...approvals.map(({ credential }) => credential)]),
          ],
        },
        await worldTrust(),
      )
      const given = factsIn({ facts }, 'approvals-given')
      expect(given.map(({ standing }) => standing)).to.not.include('proved')
    })
  }

  it('are refused where the approver’s key was revoked before the submission', async () => {
    const sealed = await samplePackage()
    const revocation = await signRevocation(
      {
        authority: w.xa.id,
        kid: w.approver.key.kid,
        reason: 'compromised' as const,
        since: after(NOW, -60).toISOString(),
        declared: NOW.toISOString(),
      },
      w.xa.credentialsKey,
    )
    const revocations = [await verifyRevocation(revocation, w.xa.entry)]
    expect(await codeOf(() => openPackage({ ...sealed, revocations }))).to.equal(
      'directory/revoked',
    )
  })

  it('beside them, true ones are accepted by both', async () => {
    const sealed = await samplePackage()
    expect((await openPackage(sealed)).approvals).to.have.length(1)
    const { facts } = await verifyBundle(await sampleBundle(), await worldTrust())
    expect(factsIn({ facts }, 'approvals-given').map(({ standing }) => standing)).to.deep.equal([
      'proved',
    ])
  })
})
