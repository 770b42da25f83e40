import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUR_MS } from '#crypto/clock/durations.js'
import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { composePackage } from '../core/packages/compose-package.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import { readPackage } from '../core/packages/open-package.js'
import type { DocumentSource } from '../core/ports.js'
import type { Session } from '../core/session/session.js'
import { actOnHandoff } from '../core/translation/act-on-handoff.js'
import { awaitedOf } from '../core/translation/awaited-of.js'
import { chooseRotation } from '../core/translation/choose-rotation.js'
import { handOff } from '../core/translation/hand-off.js'
import { packageSource } from '../core/translation/handoff-source.js'
import { itemText } from '../core/translation/item-text.js'
import { offeredTranslators } from '../core/translation/offered-translators.js'
import { openHandoff } from '../core/translation/open-handoff.js'
import { planTurns } from '../core/translation/plan-turns.js'
import { type OpenHandoff, readHandoff } from '../core/translation/read-handoff.js'
import { certifyTranslation, returnTranslation } from '../core/translation/return-translation.js'
import { readXliff } from '../core/translation/xliff/read-xliff.js'
import { writeXliff } from '../core/translation/xliff/write-xliff.js'
import { diskDocument } from '../files/disk-document.js'
import { officerAt } from '../keystore/officer-at.js'
import { credentialsKeyIn, hireTranslator } from './hire-translator.js'
import { translatedLines } from './translated-lines.js'
import type { Storyteller } from './storyteller.js'

const BELMARA = AuthorityId.parse('xb.pgo')
/** So long the demonstration waits for the workers to pass a hand-off on. */
const PATIENCE_MS = 60_000

const profileOf = (
  targets: readonly string[],
  accreditation: LinguistProfile['accreditation'],
): LinguistProfile => ({
  pairs: targets.map((to) => ({ from: 'ar', to })),
  accreditation,
  clearance: 'RESTRICTED',
  capacity: 3,
  confidentialitySince: '2026-01-05T00:00:00.000Z',
  conflictsDeclared: null,
})
const court = (number: string) => ({ body: 'Court of Appeal of Arcadia', number })

const PEOPLE = [
  { home: 'xa-tariq', name: 'Tariq Nasser', profile: profileOf(['fr'], court('A-1402')) },
  { home: 'xa-tove', name: 'Tove Lindqvist', profile: profileOf(['fr', 'en'], court('A-1877')) },
  { home: 'xa-rita', name: 'Rita Okafor', profile: profileOf(['en'], null) },
] as const

/**
 * An Arabic request is translated into French and English: the French one is declined and passes on, the English
 * one goes through a translator's tool and a second linguist. Tells what each of them does.
 *
 * @returns whether everything came out as it should.
 */
export async function playTranslation(data: string, { say, timed }: Storyteller): Promise<boolean> {
  const alma = await officerAt(join(data, 'xa'))
  const key = await credentialsKeyIn(join(data, 'xa.moj'))
  await timed('Arcadia vouches for three translators', async () => {
    const by = { session: alma, home: 'xa', credentialsKey: key }
    for (const one of PEOPLE) await hireTranslator(data, by, one)
  })
  const [tariq, tove, rita] = await Promise.all(
    PEOPLE.map(({ home }) => officerAt(join(data, home))),
  )
  if (tariq === undefined || tove === undefined || rita === undefined) throw new TypeError('three')
  const id = await sentRequest(data, alma)
  say('xa.moj', 'Alma Reyes has sent an Arabic request and a list of accounts')

  const french = await handedOver(alma, id, 'fr', 2)
  const place = french.handoff.payload.turns.map(({ translator }) => nameOf(translator.kid))
  say('xa.moj', `French: handed to ${place.join(', then ')}; the list of accounts stays closed`)
  await actOnHandoff(tariq, await readHandoff(tariq, idOf(french)), {
    act: 'decline',
    turn: 0,
    reason: 'capacity',
    detail: null,
  })
  say('xa.moj', 'Tariq Nasser declines: no capacity')
  await timed('the relay’s workers pass it on', () => untilTurn(alma, french, 1))
  const late = await accepted(tariq, french, 0).then(
    () => 'let in',
    (error: unknown) => (error as { code?: string }).code ?? 'failed',
  )
  say('relay', `Tariq changes his mind, too late: ${late}`)
  await accepted(tove, french, 1)
  await returned(tove, french, 'fr')
  await certifyTranslation(tove, await readHandoff(tove, idOf(french)), {
    accreditation: court('A-1877'),
  })
  say('xa.moj', 'Tove Lindqvist accepts, translates, returns and certifies')

  const english = await handedOver(alma, id, 'en', 1, rita)
  await accepted(tove, english, 0)
  const given = await returned(tove, english, 'en')
  const shown = await readHandoff(rita, idOf(english))
  await actOnHandoff(rita, shown, {
    act: 'review',
    outcome: 'approved',
    detail: null,
    return: shown.derived.state?.returned?.digest ?? '',
  })
  const certified = await certifyTranslation(tove, await readHandoff(tove, idOf(english)), {
    accreditation: court('A-1877'),
  })
  await actOnHandoff(rita, await readHandoff(rita, idOf(english)), {
    act: 'countersign',
    translation: certified.derived.state?.translation ?? '',
  })
  say('xa.moj', 'English: translated by Tove, reviewed and countersigned by Rita Okafor')

  const ends = await Promise.all([french, english].map((one) => readHandoff(alma, idOf(one))))
  for (const { handoff, derived, evidence } of ends) {
    const codes = evidence.map(({ payload }) => payload.code).join(' ')
    say(
      'relay',
      `evidence ar → ${handoff.payload.pair.to}: ${codes}; ${derived.state?.stage ?? ''}`,
    )
  }
  const { manifest } = await readPackage(alma, id)
  const closed = manifest.parts.find(({ name }) => name === 'accounts.txt')
  const isClosed = closed !== undefined && !given.includes(closed.key)
  say('both', isClosed ? '✓ no translator had the list of accounts' : '✗ a translator had more')
  return (
    isClosed &&
    late === 'handoff-reassigned' &&
    ends.map(({ derived }) => derived.state?.stage).join() === 'certified,countersigned'
  )
}

const idOf = ({ handoff }: OpenHandoff) => handoff.payload.handoff
const hired = new Map<string, string>()
const nameOf = (kid: string) => hired.get(kid) ?? kid.slice(0, 8)

async function sentRequest(data: string, alma: Session): Promise<PackageId> {
  const folder = join(data, 'translation')
  await mkdir(folder, { recursive: true })
  const paths = [join(folder, 'request-ar.txt'), join(folder, 'accounts.txt')] as const
  await writeFile(paths[0], `${translatedLines.map(({ ar }) => ar).join('\n')}\n`)
  await writeFile(paths[1], 'XX00 0000 0000 0000\n')
  const form = { purpose: 'Service of a summons', languages: { original: 'ar', translations: [] } }
  const id = await composePackage(alma, {
    to: [BELMARA],
    template: { id: 'mla-request', version: 1 },
    form,
    documents: await Promise.all(paths.map(diskDocument)),
  })
  await deliverPackage(alma, id)
  return id
}

async function handedOver(
  alma: Session,
  id: PackageId,
  to: string,
  count: number,
  reviewer?: Session,
): Promise<OpenHandoff> {
  const pair = { from: 'ar', to }
  const offered = await offeredTranslators(alma)
  for (const { linguist, name } of offered) hired.set(linguist.kid, name)
  const free = offered.filter(({ linguist }) => linguist.kid !== reviewer?.officer.signingKey.kid)
  const chosen = chooseRotation(free, pair, count)
  const now = alma.platform.now()
  const turns = planTurns(chosen.length, now, { due: [new Date(now.getTime() + 24 * HOUR_MS)] })
  const from = packageSource(await readPackage(alma, id))
  const part = from.parts.find(({ opened }) => opened.name === 'request-ar.txt')
  return handOff(alma, {
    from,
    parts: part ? [part.opened.part] : [],
    pair,
    purpose: 'Service abroad',
    turns: turns.map((turn, n) => ({ translator: chosen[n]?.linguist.kid ?? '', ...turn })),
    ...(reviewer && { reviewer: reviewer.officer.signingKey.kid }),
  })
}

async function accepted(session: Session, open: OpenHandoff, turn: number): Promise<void> {
  const since = session.platform.now().toISOString()
  await actOnHandoff(session, open, {
    act: 'accept',
    turn,
    accreditation: court('A-1877'),
    clearance: 'RESTRICTED',
    confidentialitySince: since,
    conflictExcluded: since,
  })
}

/**
 * Through XLIFF, as a translator's tool would: only targets are added.
 *
 * @returns all that this translator was given.
 */
async function returned(
  session: Session,
  { handoff }: OpenHandoff,
  to: 'fr' | 'en',
): Promise<string> {
  const open = await readHandoff(session, handoff.payload.handoff)
  const content = await openHandoff(session, open)
  const [item] = content.items
  if (item === undefined) throw new TypeError('one document was handed over')
  const source = await itemText(session, open, content, item.part)
  const lines = new Map<string, string>(translatedLines.map((line) => [line.ar, line[to]]))
  const xliff = writeXliff(source).replace(
    /<source xml:space="preserve">(.*?)<\/source>/g,
    (whole, text: string) => `${whole}<target>${lines.get(text) ?? text}</target>`,
  )
  const octets = new TextEncoder().encode(readXliff(xliff, source))
  const document: DocumentSource = {
    name: `request-${to}.txt`,
    mediaType: 'text/plain',
    length: octets.length,
    async *read() {
      await Promise.resolve()
      yield octets
    },
  }
  const targets = [{ item: item.part, document }]
  await returnTranslation(session, open, { targets, machine: 'none', complete: true })
  return JSON.stringify(content)
}

async function untilTurn(session: Session, { handoff }: OpenHandoff, turn: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const { derived } = await readHandoff(session, handoff.payload.handoff)
    const { state } = derived
    if (state?.turn === turn && awaitedOf(handoff.payload, state)?.act === 'accept') return
    if (performance.now() > until) throw new Error('the workers have not passed the hand-off on')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
