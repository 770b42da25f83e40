import { ageing } from '../../ageing/texts/fr.js'
import { clockRules } from '../../clock-rules/texts/fr.js'
import { blank } from '../../blank/texts/fr.js'
import { contacts } from '../../contacts/texts/fr.js'
import { authority } from '../../authority/texts/fr.js'
import { cases } from '../../case/texts/fr.js'
import { compose } from '../../compose/texts/fr.js'
import { directory } from '../../directory/texts/fr.js'
import { drafts } from '../../drafts/texts/fr.js'
import { duty } from '../../duty/texts/fr.js'
import { enrol } from '../../enrol/texts/fr.js'
import { formerKeys } from '../../former-keys/texts/fr.js'
import { onward } from '../../onward/texts/fr.js'
import { operator } from '../../operator/texts/fr.js'
import { ownEntry } from '../../own-entry/texts/fr.js'
import { oral } from '../../oral/texts/fr.js'
import { pkg } from '../../package/texts/fr.js'
import { proof } from '../../proof/texts/fr.js'
import { resealing } from '../../resealing/texts/fr.js'
import { search } from '../../search/texts/fr.js'
import { securityKeys } from '../../security-keys/texts/fr.js'
import { selfTest } from '../../self-test/texts/fr.js'
import { sessions } from '../../sessions/texts/fr.js'
import { translation } from '../../translation/texts/fr.js'

/** What every other screen says in this language: fetched with the first of them. */
export const fr = {
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
