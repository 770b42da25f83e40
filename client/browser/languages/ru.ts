import { ru as report } from '../../languages/ru.js'
import { inbox } from '../inbox/texts/ru.js'
import { common } from '../shell/texts/ru.js'
import { signIn } from '../sign-in/texts/ru.js'
import { welcome } from '../welcome/texts/ru.js'

/** What the first screens say in this language; `report` is what certificate and verification page say, too. */
export const ru = {
  common,
  inbox,
  report,
  signIn,
  welcome,
}
