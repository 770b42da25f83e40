import { fr as report } from '../../languages/fr.js'
import { inbox } from '../inbox/texts/fr.js'
import { common } from '../shell/texts/fr.js'
import { signIn } from '../sign-in/texts/fr.js'
import { welcome } from '../welcome/texts/fr.js'

/** What the first screens say in this language; `report` is what certificate and verification page say, too. */
export const fr = {
  common,
  inbox,
  report,
  signIn,
  welcome,
}
