import { ageing } from '../../ageing/texts/ru.js'
import { clockRules } from '../../clock-rules/texts/ru.js'
import { blank } from '../../blank/texts/ru.js'
import { contacts } from '../../contacts/texts/ru.js'
import { authority } from '../../authority/texts/ru.js'
import { cases } from '../../case/texts/ru.js'
import { compose } from '../../compose/texts/ru.js'
import { directory } from '../../directory/texts/ru.js'
import { drafts } from '../../drafts/texts/ru.js'
import { duty } from '../../duty/texts/ru.js'
import { enrol } from '../../enrol/texts/ru.js'
import { formerKeys } from '../../former-keys/texts/ru.js'
import { onward } from '../../onward/texts/ru.js'
import { operator } from '../../operator/texts/ru.js'
import { ownEntry } from '../../own-entry/texts/ru.js'
import { oral } from '../../oral/texts/ru.js'
import { pkg } from '../../package/texts/ru.js'
import { proof } from '../../proof/texts/ru.js'
import { resealing } from '../../resealing/texts/ru.js'
import { search } from '../../search/texts/ru.js'
import { securityKeys } from '../../security-keys/texts/ru.js'
import { selfTest } from '../../self-test/texts/ru.js'
import { sessions } from '../../sessions/texts/ru.js'
import { translation } from '../../translation/texts/ru.js'

/** What every other screen says in this language: fetched with the first of them. */
export const ru = {
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
