import { common } from '../shell/texts/fr.js'
import { signIn } from '../sign-in/texts/fr.js'

/** Every area of the web client in this language. */
export const fr = { common, signIn }
