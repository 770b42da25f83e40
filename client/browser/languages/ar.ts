import { ar as report } from '../../languages/ar.js'
import { isolated } from '../../languages/isolated.js'
import { inbox } from '../inbox/texts/ar.js'
import { common } from '../shell/texts/ar.js'
import { signIn } from '../sign-in/texts/ar.js'
import { welcome } from '../welcome/texts/ar.js'

/** What the first screens say in this language; `report` is what certificate and verification page say, too. */
export const ar = {
  common,
  inbox,
  report: isolated(report),
  signIn,
  welcome,
}
