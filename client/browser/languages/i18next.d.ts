import 'i18next'
import type { en } from './en.js'
import type { en as later } from './later/en.js'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en & typeof later
    returnNull: false
  }
}
