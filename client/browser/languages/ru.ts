import { common } from '../shell/texts/ru.js'
import { signIn } from '../sign-in/texts/ru.js'

/** Every area of the web client in this language. */
export const ru = { common, signIn }
