import { ageing } from '../../ageing/texts/en.js'
import { clockRules } from '../../clock-rules/texts/en.js'
import { blank } from '../../blank/texts/en.js'
import { contacts } from '../../contacts/texts/en.js'
import { authority } from '../../authority/texts/en.js'
import { cases } from '../../case/texts/en.js'
import { compose } from '../../compose/texts/en.js'
import { directory } from '../../directory/texts/en.js'
import { drafts } from '../../drafts/texts/en.js'
import { duty } from '../../duty/texts/en.js'
import { enrol } from '../../enrol/texts/en.js'
import { formerKeys } from '../../former-keys/texts/en.js'
import { onward } from '../../onward/texts/en.js'
import { operator } from '../../operator/texts/en.js'
import { ownEntry } from '../../own-entry/texts/en.js'
import { oral } from '../../oral/texts/en.js'
import { pkg } from '../../package/texts/en.js'
import { proof } from '../../proof/texts/en.js'
import { resealing } from '../../resealing/texts/en.js'
import { search } from '../../search/texts/en.js'
import { securityKeys } from '../../security-keys/texts/en.js'
import { selfTest } from '../../self-test/texts/en.js'
import { sessions } from '../../sessions/texts/en.js'
import { translation } from '../../translation/texts/en.js'

/** What every other screen says in this language: fetched with the first of them. */
export const en = {
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
