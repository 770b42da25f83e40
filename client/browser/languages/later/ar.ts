import { ageing } from '../../ageing/texts/ar.js'
import { clockRules } from '../../clock-rules/texts/ar.js'
import { blank } from '../../blank/texts/ar.js'
import { contacts } from '../../contacts/texts/ar.js'
import { authority } from '../../authority/texts/ar.js'
import { cases } from '../../case/texts/ar.js'
import { compose } from '../../compose/texts/ar.js'
import { directory } from '../../directory/texts/ar.js'
import { drafts } from '../../drafts/texts/ar.js'
import { duty } from '../../duty/texts/ar.js'
import { enrol } from '../../enrol/texts/ar.js'
import { formerKeys } from '../../former-keys/texts/ar.js'
import { onward } from '../../onward/texts/ar.js'
import { operator } from '../../operator/texts/ar.js'
import { ownEntry } from '../../own-entry/texts/ar.js'
import { oral } from '../../oral/texts/ar.js'
import { pkg } from '../../package/texts/ar.js'
import { proof } from '../../proof/texts/ar.js'
import { resealing } from '../../resealing/texts/ar.js'
import { search } from '../../search/texts/ar.js'
import { securityKeys } from '../../security-keys/texts/ar.js'
import { selfTest } from '../../self-test/texts/ar.js'
import { sessions } from '../../sessions/texts/ar.js'
import { translation } from '../../translation/texts/ar.js'

/** What every other screen says in this language: fetched with the first of them. */
export const ar = {
  authority,
  cases,
  compose,
  directory,
  drafts,
  duty,
  enrol,
  formerKeys,
  onward,
  operator,
  ownEntry,
  oral,
  pkg,
  proof,
  resealing,
  securityKeys,
  selfTest,
  sessions,
  search,
  translation,
  contacts,
  blank,
  clockRules,
  ageing,
}
