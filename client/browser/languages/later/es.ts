import { ageing } from '../../ageing/texts/es.js'
import { clockRules } from '../../clock-rules/texts/es.js'
import { blank } from '../../blank/texts/es.js'
import { contacts } from '../../contacts/texts/es.js'
import { authority } from '../../authority/texts/es.js'
import { cases } from '../../case/texts/es.js'
import { compose } from '../../compose/texts/es.js'
import { directory } from '../../directory/texts/es.js'
import { drafts } from '../../drafts/texts/es.js'
import { duty } from '../../duty/texts/es.js'
import { enrol } from '../../enrol/texts/es.js'
import { formerKeys } from '../../former-keys/texts/es.js'
import { onward } from '../../onward/texts/es.js'
import { operator } from '../../operator/texts/es.js'
import { ownEntry } from '../../own-entry/texts/es.js'
import { oral } from '../../oral/texts/es.js'
import { pkg } from '../../package/texts/es.js'
import { proof } from '../../proof/texts/es.js'
import { resealing } from '../../resealing/texts/es.js'
import { search } from '../../search/texts/es.js'
import { securityKeys } from '../../security-keys/texts/es.js'
import { selfTest } from '../../self-test/texts/es.js'
import { sessions } from '../../sessions/texts/es.js'
import { translation } from '../../translation/texts/es.js'

/** What every other screen says in this language: fetched with the first of them. */
export const es = {
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
