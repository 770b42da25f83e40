import { en as report } from '../../languages/en.js'
import { authority } from '../authority/texts/en.js'
import { cases } from '../case/texts/en.js'
import { compose } from '../compose/texts/en.js'
import { directory } from '../directory/texts/en.js'
import { drafts } from '../drafts/texts/en.js'
import { duty } from '../duty/texts/en.js'
import { enrol } from '../enrol/texts/en.js'
import { inbox } from '../inbox/texts/en.js'
import { onward } from '../onward/texts/en.js'
import { operator } from '../operator/texts/en.js'
import { ownEntry } from '../own-entry/texts/en.js'
import { oral } from '../oral/texts/en.js'
import { pkg } from '../package/texts/en.js'
import { proof } from '../proof/texts/en.js'
import { search } from '../search/texts/en.js'
import { common } from '../shell/texts/en.js'
import { selfTest } from '../self-test/texts/en.js'
import { signIn } from '../sign-in/texts/en.js'
import { translation } from '../translation/texts/en.js'
import { welcome } from '../welcome/texts/en.js'

/** Every area of the web client in this language; `report` is what certificate and verification page say, too. */
export const en = {
  authority,
  cases,
  common,
  compose,
  directory,
  drafts,
  duty,
  enrol,
  inbox,
  onward,
  operator,
  ownEntry,
  oral,
  pkg,
  proof,
  report,
  selfTest,
  search,
  signIn,
  translation,
  welcome,
}
