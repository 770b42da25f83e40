import { en as report } from '../../languages/en.js'
import { inbox } from '../inbox/texts/en.js'
import { common } from '../shell/texts/en.js'
import { signIn } from '../sign-in/texts/en.js'
import { welcome } from '../welcome/texts/en.js'

/** What the first screens say in this language; `report` is what certificate and verification page say, too. */
export const en = {
  common,
  inbox,
  report,
  signIn,
  welcome,
}
