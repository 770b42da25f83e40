import { common } from '../shell/texts/zh.js'
import { signIn } from '../sign-in/texts/zh.js'

/** Every area of the web client in this language. */
export const zh = { common, signIn }
