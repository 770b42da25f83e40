import { zh as report } from '../../languages/zh.js'
import { inbox } from '../inbox/texts/zh.js'
import { common } from '../shell/texts/zh.js'
import { signIn } from '../sign-in/texts/zh.js'
import { welcome } from '../welcome/texts/zh.js'

/** What the first screens say in this language; `report` is what certificate and verification page say, too. */
export const zh = {
  common,
  inbox,
  report,
  signIn,
  welcome,
}
