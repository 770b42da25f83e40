import { AuthorityId } from '#crypto/fields/fields.js'
import type { TranslationOptions } from '#test/support/world/sample-translation.js'
import { twinned } from '#test/support/world/twinned.js'
import { type Change, changed } from './changed-bundle.js'

/** Handed off before there was a package. */
const COPIES = { header: null, sender: AuthorityId.parse('xb.pgo') }

/** In this order: who wrote it, who approved it, who handed it off and signed the receipt, translator, reviewer. */
const withoutCredential =
  (place: number): Change =>
  (b) => ({ ...b, credentials: b.credentials.toSpliced(place, 1) })

const XC = AuthorityId.parse('xc.court')

/** Translations, honest and not, by what is told of them. */
export const translations: Record<string, readonly [TranslationOptions, Change?]> = {
  'a translation': [{}],
  'a translation that was recalled': [{ recalled: 'breach' }],
  'a translation by somebody without the role': [{ roles: ['case'] }],
  'a certified statement that is not logged': [{ unlogged: true }],
  'a certified statement that the relay did not record': [{ without: ['H.9', 'H.10'] }],
  'evidence of a hand-off with a hole': [{ without: ['H.7'] }],
  'a translation without credentials': [
    {},
    (b) => ({ ...b, credentials: b.credentials.slice(0, 3) }),
  ],
  'evidence of a hand-off that is not there': [
    {},
    (b) => ({ ...b, translations: undefined, version: 1 }),
  ],
  'a forged certified statement': [
    {},
    (b) => ({
      ...b,
      translations: b.translations?.map((one) => ({
        ...one,
        certified: changed(one.certified ?? '', 2),
      })),
    }),
  ],
  'a translation of copies that were deleted since': [{ source: COPIES, deleted: 1 }],
  'a translation in version 3': [{}, (b) => ({ ...b, version: 3 })],
  'a translation with another credential of each key': [{}, twinned],
  'a translation that nobody is shown to have handed off': [{}, withoutCredential(2)],
  'a translation that nobody is shown to have reviewed': [{}, withoutCredential(4)],
  'a translation handed off in the name of another authority': [{ handoff: { authority: XC } }],
  'a translation whose evidence names another authority': [{ handoff: { authority: XC } }, twinned],
  'a translation that only a certificate of deletion names': [
    {
      source: COPIES,
      steps: (legal) => [...legal.slice(0, 4), ['R.1', legal[4]?.[1] ?? '']],
    },
  ],
  'a translation that was certified after a recall that is not here': [
    {
      recalled: 'breach',
      steps: (legal) => [...legal.slice(0, 4), ...legal.slice(-1), ...legal.slice(4, 5)],
    },
    (b) => ({
      ...b,
      translations: b.translations?.map((one) => ({ ...one, acts: one.acts.slice(0, -1) })),
    }),
  ],
  'evidence of a hand-off with a hole before it was certified': [{ without: ['H.2'] }],
}
