import { common } from '../shell/texts/en.js'
import { signIn } from '../sign-in/texts/en.js'

/** Every area of the web client in this language. */
export const en = { common, signIn }
