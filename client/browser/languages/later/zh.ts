import { ageing } from '../../ageing/texts/zh.js'
import { clockRules } from '../../clock-rules/texts/zh.js'
import { blank } from '../../blank/texts/zh.js'
import { contacts } from '../../contacts/texts/zh.js'
import { authority } from '../../authority/texts/zh.js'
import { cases } from '../../case/texts/zh.js'
import { compose } from '../../compose/texts/zh.js'
import { directory } from '../../directory/texts/zh.js'
import { drafts } from '../../drafts/texts/zh.js'
import { duty } from '../../duty/texts/zh.js'
import { enrol } from '../../enrol/texts/zh.js'
import { formerKeys } from '../../former-keys/texts/zh.js'
import { onward } from '../../onward/texts/zh.js'
import { operator } from '../../operator/texts/zh.js'
import { ownEntry } from '../../own-entry/texts/zh.js'
import { oral } from '../../oral/texts/zh.js'
import { pkg } from '../../package/texts/zh.js'
import { proof } from '../../proof/texts/zh.js'
import { resealing } from '../../resealing/texts/zh.js'
import { search } from '../../search/texts/zh.js'
import { securityKeys } from '../../security-keys/texts/zh.js'
import { selfTest } from '../../self-test/texts/zh.js'
import { sessions } from '../../sessions/texts/zh.js'
import { translation } from '../../translation/texts/zh.js'

/** What every other screen says in this language: fetched with the first of them. */
export const zh = {
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
