import { es as report } from '../../languages/es.js'
import { inbox } from '../inbox/texts/es.js'
import { common } from '../shell/texts/es.js'
import { signIn } from '../sign-in/texts/es.js'
import { welcome } from '../welcome/texts/es.js'

/** What the first screens say in this language; `report` is what certificate and verification page say, too. */
export const es = {
  common,
  inbox,
  report,
  signIn,
  welcome,
}
