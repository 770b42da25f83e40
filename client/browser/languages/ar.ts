import { common } from '../shell/texts/ar.js'
import { signIn } from '../sign-in/texts/ar.js'

/** Every area of the web client in this language. */
export const ar = { common, signIn }
