import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishNextEntry } from '#client/core/directory/publish-next-entry.js'
import { resealVault } from '#client/core/officers/reseal-vault.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { handOff } from '#client/core/translation/hand-off.js'
import { openHandoff } from '#client/core/translation/open-handoff.js'
import { readHandoff } from '#client/core/translation/read-handoff.js'
import {
  certifyTranslation,
  returnTranslation,
} from '#client/core/translation/return-translation.js'
import { credentialsKeyIn, hireTranslator } from '#client/example/hire-translator.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { generateOpeningKey } from '#crypto/keys/generate.js'
import { fromPkcs12 } from '#crypto/pki/from-pkcs12.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { arrived } from '#test/support/constellation/arrived.js'
import type { Constellation } from '#test/support/constellation/constellation.js'

const DAY_MS = 24 * 3_600_000
const TEXT = 'An exhibit, as text. '.repeat(20_000)
const text = (name: string, content: string) =>
  memoryDocument(name, toUtf8(content), { mediaType: 'text/plain' })

/** Has Xbland seal to another key, without an overlap. What came before is sealed to none of its keys from now on. */
async function anotherKey({ data, officer }: Constellation): Promise<string> {
  const yusuf = await officer('xb')
  const folder = join(data, 'xb.pgo')
  const passphrase = (await readFile(join(folder, 'passphrase'), 'utf8')).trim()
  const identity = await fromPkcs12(await readFile(join(folder, 'identity.p12')), passphrase)
  const key = await generateOpeningKey('x25519', { extractable: true })
  await resealVault(yusuf, () => [key])
  const signer = { key: identity.key, chain: identity.chain.map(({ x5c }) => x5c) }
  const keys = [{ purpose: 'envelopes' as const, key }]
  await publishNextEntry(yusuf, signer, { keys, overlapMs: 0 })
  return key.kid
}

async function sent(product: Constellation, name: string): Promise<PackageId> {
  const alma = await product.officer('xa')
  const id = await composePackage(alma, {
    to: [AuthorityId.parse('xb.pgo')],
    template: { id: 'mla-request', version: 1 },
    form: { purpose: 'Service of a summons' },
    documents: [text(name, TEXT)],
  })
  await deliverPackage(alma, id)
  await arrived(await product.officer('xb'), id)
  return id
}

/** A document of the package is translated and certified, by a translator of Xbland's own. */
async function translated({ data, officer }: Constellation, id: PackageId): Promise<void> {
  const yusuf = await officer('xb')
  const credentialsKey = await credentialsKeyIn(join(data, 'xb.pgo'))
  const by = { session: yusuf, home: 'xb', credentialsKey }
  const translator = await hireTranslator(data, by, {
    home: 'xb-nils',
    name: 'Nils Berg',
    profile: {
      pairs: [{ from: 'en', to: 'fr' }],
      accreditation: { body: 'Court of Appeal', number: 'A-1878' },
      clearance: 'RESTRICTED',
      capacity: 3,
      conflictsDeclared: null,
      confidentialitySince: '2026-01-05T00:00:00.000Z',
    },
  })
  const at = (days: number) => new Date(Date.now() + days * DAY_MS)
  const from = await readPackage(yusuf, id)
  const { handoff } = await handOff(yusuf, {
    from,
    parts: from.manifest.parts.map(({ part }) => part),
    pair: { from: 'en', to: 'fr' },
    purpose: 'For the file',
    turns: [{ translator, acceptBy: at(1), due: at(9) }],
  })
  const nils = await officer('xb-nils')
  const open = await readHandoff(nils, handoff.payload.handoff)
  const { items } = await openHandoff(nils, open)
  const now = new Date().toISOString()
  const accepted = await actOnHandoff(nils, open, {
    act: 'accept',
    turn: 0,
    accreditation: null,
    clearance: null,
    confidentialitySince: now,
    conflictExcluded: now,
  })
  const targets = items.map(({ part }) => ({ item: part, document: text('fr.txt', 'Une pièce') }))
  await returnTranslation(nils, accepted, { targets, machine: 'none', complete: true })
  const returned = await readHandoff(nils, handoff.payload.handoff)
  await certifyTranslation(nils, returned, { accreditation: null })
}

/**
 * A former key of Xbland that opens three packages and a certified translation, and nothing else whatever other tests have left
 * behind: it was not there before, and is not the present one afterwards.
 */
export async function aFormerKey(product: Constellation) {
  const kid = await anotherKey(product)
  const ids: PackageId[] = []
  for (const name of ['one.txt', 'two.txt', 'three.txt']) ids.push(await sent(product, name))
  const [first] = ids
  if (first === undefined) throw new TypeError('three were sent')
  await translated(product, first)
  return { kid, ids, present: await anotherKey(product) }
}
