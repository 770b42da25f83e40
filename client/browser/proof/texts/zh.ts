import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: '使用您随密钥带来的信任名单。',
  offlineCopy: '同一页面的单文件版本，供法院使用：无需网络，无需账户。',
  offlineLink: '保存核验页面',
}
