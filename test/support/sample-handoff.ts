import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { AuthorityId, HandoffId, OfficerId, PackageId, PartId } from '#crypto/fields/fields.js'
import { sealedLength } from '#crypto/stream/layout.js'
import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import type { Handoff, Linguist } from '#crypto/translation/handoff.js'
import type { ReturnAct } from '#crypto/translation/handoff-act.js'
import { after, NOW } from './world/moments.js'

const DAY = 24 * 3600
const at = (days: number) => after(NOW, days * DAY).toISOString()
const hex = (digit: string) => digit.repeat(64)
const newId = () => uuidV7(NOW)

/** Somebody who exists in no directory. */
export const linguist = (letter: string): Linguist => ({
  authority: AuthorityId.parse('xb.pgo'),
  officer: OfficerId.parse(newId()),
  kid: `${letter.repeat(42)}A`,
})

/** Ten days each: the n-th turn is to be accepted on its second day, and due on its eighth. */
export const turnOf = (translator: Linguist, n: number, envelope = hex('e')) => ({
  translator,
  envelope,
  acceptBy: at(n * 10 + 2),
  due: at(n * 10 + 8),
  reminders: [at(n * 10 + 6), at(n * 10 + 7)],
})

/** A hand-off of two parts, to three translators in turn, reviewed by a fourth linguist. */
export function sampleHandoff(changes: Partial<Handoff> = {}): Handoff {
  const part = (digit: string) => ({
    part: PartId.parse(newId()),
    length: sealedLength(10),
    digest: hex(digit),
  })
  return {
    handoff: HandoffId.parse(newId()),
    authority: AuthorityId.parse('xa.moj'),
    declared: NOW.toISOString(),
    supersedes: null,
    source: {
      sender: AuthorityId.parse('xa.moj'),
      package: PackageId.parse(newId()),
      header: hex('a'),
      parts: [part('1'), part('2')],
    },
    pair: { from: 'ar', to: 'fr' },
    turns: ['b', 'c', 'd'].map((letter, n) => turnOf(linguist(letter), n)),
    reviewer: { linguist: linguist('r'), envelope: hex('f') },
    ...changes,
  }
}

type Of = { readonly handoff: Handoff; readonly assignment: string }

/** What a translator gives back: every part, translated. */
export const sampleReturn = (
  { handoff, assignment }: Of,
  changes: Partial<ReturnAct> = {},
): ReturnAct => ({
  act: 'return',
  handoff: handoff.handoff,
  assignment,
  declared: NOW.toISOString(),
  turn: 0,
  language: handoff.pair.to,
  machine: 'none',
  complete: true,
  package: PackageId.parse(handoff.handoff),
  targets: handoff.source.parts.map(({ part }) => ({
    item: part,
    part: PartId.parse(newId()),
    length: sealedLength(12),
    digest: hex('9'),
  })),
  envelope: hex('8'),
  ...changes,
})

/** What certifies it. */
export const sampleTranslation = (
  { handoff, assignment }: Of,
  returned: { readonly digest: string; readonly act: ReturnAct },
  changes: Partial<CertifiedTranslation> = {},
): CertifiedTranslation => ({
  handoff: handoff.handoff,
  assignment,
  return: returned.digest,
  accreditation: { body: 'Ministry of Justice', number: 'T-1' },
  pair: handoff.pair,
  items: returned.act.targets.map(({ item }) => ({
    item,
    sealed: handoff.source.parts.find(({ part }) => part === item)?.digest ?? null,
    source: hex('5'),
    target: hex('6'),
  })),
  complete: returned.act.complete,
  machine: returned.act.machine === 'draft' ? 'none' : returned.act.machine,
  prevails: 'original',
  instrument: null,
  declared: NOW.toISOString(),
  ...changes,
})
