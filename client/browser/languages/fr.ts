import { fr as report } from '../../languages/fr.js'
import { authority } from '../authority/texts/fr.js'
import { cases } from '../case/texts/fr.js'
import { compose } from '../compose/texts/fr.js'
import { directory } from '../directory/texts/fr.js'
import { drafts } from '../drafts/texts/fr.js'
import { duty } from '../duty/texts/fr.js'
import { enrol } from '../enrol/texts/fr.js'
import { inbox } from '../inbox/texts/fr.js'
import { onward } from '../onward/texts/fr.js'
import { operator } from '../operator/texts/fr.js'
import { ownEntry } from '../own-entry/texts/fr.js'
import { oral } from '../oral/texts/fr.js'
import { pkg } from '../package/texts/fr.js'
import { proof } from '../proof/texts/fr.js'
import { search } from '../search/texts/fr.js'
import { common } from '../shell/texts/fr.js'
import { selfTest } from '../self-test/texts/fr.js'
import { signIn } from '../sign-in/texts/fr.js'
import { translation } from '../translation/texts/fr.js'
import { welcome } from '../welcome/texts/fr.js'

/** Every area of the web client in this language; `report` is what certificate and verification page say, too. */
export const fr = {
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
