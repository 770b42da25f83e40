import type { Translated } from '../../languages/translated.js'
import type { securityKeys as english } from './en.js'

export const securityKeys: Translated<typeof english> = {
  title: '安全密钥',
  meaning:
    '绑定安全密钥后，本浏览器所保存的内容须同时使用口令和该密钥才能打开。即使有人复制了数据并知道您的口令，没有该密钥也无法打开。重新加载页面时须再次提供两者。',
  needs: '须为带 PIN 或指纹的 FIDO2 密钥。可在设备之间复制的凭据（如账户的通行密钥）不予接受。',
  fileRemains:
    '您存放在别处的密钥库文件仍可仅凭口令打开：所有安全密钥都遗失时，这是恢复的途径。请离线保存，不要放在本机。',
  boundTo: '已绑定',
  name: '安全密钥的名称',
  nameHint: '便于您辨认的名称，最多 64 个字符',
  needName: '请输入不含控制字符的名称',
  mainName: '主密钥',
  spareName: '备用密钥',
  bind: '绑定安全密钥',
  another: '绑定另一把安全密钥',
  askingFirst:
    '请按浏览器的提示操作。浏览器会两次要求使用安全密钥：一次用于绑定，一次用于验证能否打开。',
  askingAnother:
    '请按浏览器的提示操作。浏览器先要求使用一把已绑定的密钥，然后两次要求使用待绑定的密钥。',
  bound: '已绑定到 {{name}}。从现在起，没有已绑定的密钥，仅凭口令无法在此打开任何内容。',
  boundSpare: '请再绑定一把并存放在别处：唯一的一把遗失后，就需要密钥库文件。',
  remove: '移除 {{name}}',
  removeSure: '移除 {{name}}？须用您手边任一已绑定的密钥确认。',
  removeLastSure: '移除 {{name}}？这是唯一的一把：此后仅凭口令即可打开本浏览器所保存的内容。',
  removed: '{{name}} 在此不再能打开任何内容。',
  removedCopies: '此前复制的本浏览器数据仍可用它和口令打开：如该密钥被盗，请要求吊销您自己的密钥。',
  unbound: '{{name}} 已移除。在此又可仅凭口令打开您的密钥。',
  more: '安全密钥',
  passphraseRebinds: '请备好一把已绑定的安全密钥。它在新口令下仍保持绑定；其他密钥须重新绑定。',
  otherKeys: '您所使用的安全密钥仍保持绑定。其他密钥已不再绑定：请重新绑定。',
  claimMeaning:
    '如果您的机关要求登录时使用安全密钥，请保存此文件并交给管理人员。文件说明该密钥属于您，其中不含任何秘密。',
  saveClaim: '保存并交给管理人员',
  demandTitle: '登录所用的安全密钥',
  demandNone: '未作要求：{{name}} 使用密钥库和口令登录。',
  demandMeaning: '{{name}} 须在网页客户端使用其中一把登录。命令行不接受安全密钥。',
  demandFile: '工作人员的安全密钥',
  demandFileHint:
    '工作人员在本网页客户端绑定密钥后保存的 officer.security-key 文件。请当面从本人处接收。请登记两把，以防遗失其一。',
  demand: '要求使用此密钥',
  demanded: '{{name}} 的安全密钥已登记。未使用密钥开始的会话随即终止。',
  withdraw: '移除 {{key}}',
  withdrawSure: '移除此安全密钥？它不能再开始会话，由它开始的会话随即终止。',
  withdrawLastSure: '移除此安全密钥？这是最后一把：此后 {{name}} 仅凭口令登录。',
  withdrawn: '安全密钥已移除。',
}
