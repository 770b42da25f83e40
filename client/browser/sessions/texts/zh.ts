import type { Translated } from '../../languages/translated.js'
import type { sessions as english } from './en.js'

export const sessions: Translated<typeof english> = {
  title: '您的密钥在何处登录',
  lead: '每一行是您的密钥的一次解锁：在浏览器中，或在某台计算机的命令行中。结束后，无论在何处都会立即关闭。',
  client: '客户端',
  began: '开始时间',
  renewed: '最近使用',
  ends: '到期',
  state: '状态',
  kind_browser: '浏览器',
  kind_command: '命令行',
  kind_unknown: '未知',
  thisOne: '当前会话',
  isNew: '新客户端',
  end: '结束',
  endOthers: '结束其他所有会话',
  none: '没有其他会话。',
  authority: '本机关所有人员的会话',
  officer: '人员',
  told: '关于您的密钥的通知',
  'told_new-client': '从未知客户端登录',
  told_credential: '发布了另一份凭证',
  told_revocation: '密钥已被吊销',
  stranger:
    '有您不认识的会话吗？请结束它，更改口令；如果密钥可能落入他人之手，请让管理员吊销该密钥。',
}
