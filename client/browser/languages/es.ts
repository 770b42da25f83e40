import { common } from '../shell/texts/es.js'
import { signIn } from '../sign-in/texts/es.js'

/** Every area of the web client in this language. */
export const es = { common, signIn }
