import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: '使用您随密钥带来的信任名单。',
  offlineCopy: '同一页面的单文件版本，供法院使用：无需网络，无需账户。',
  offlineLink: '保存核验页面',
  certificate: '保存证明书 (PDF)',
  makingCertificate: '正在生成证明书…',
  certificateMeaning:
    '以本页语言写成的传递与接收证明书，内含证据包。它在本机生成；如载入贵机关的身份文件，则加以签署。',
  sign: '以贵机关名义签署',
  identity: '机关身份',
  identityHint: '贵机关文件夹中的 identity.p12 文件。仅用于本证明书，不保存在此浏览器中。',
  identityPassphrase: '身份文件的口令',
  signedSaved: '已签署并保存：{{name}}',
  certificateSaved: '已保存：{{name}}',
}
