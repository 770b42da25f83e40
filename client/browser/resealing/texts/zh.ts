import type { Translated } from '../../languages/translated.js'
import type { resealing as english } from './en.js'

export const resealing: Translated<typeof english> = {
  sealAnew: '重新加密封存',
  sealAgain: '再次加密封存',
  lead: '用于贵机关已更换密钥，或某种算法被替换之时：在中继保存多年的内容会重新加密。',
  toPackage: '返回此函件',
  whatHappens: '将进行的操作',
  doesFetch: '取回此函件及全部文件并加以核验。',
  doesSeal: '全部内容在本机以新密钥加密，封存给贵机关的现行密钥，并送至中继。',
  doesReplace:
    '此后中继向贵机关提供此副本。各方均已重新封存各自副本后，原发送内容即被删除；贵机关先前的副本则自行删除；均不早于一小时之后。',
  doesKeep: '已签署的内容和可证明的事实均不变。其他各方不会察觉。',
  now: '当前状态',
  reading: '正在查询封存情况…',
  copy: '贵机关的副本',
  asSent: '与发送时相同',
  version: '已重新封存，第 {{version}} 版',
  key: '封存所用密钥',
  isPresent: '这是贵机关的现行密钥：无须再做。',
  isEarlier: '贵机关现已使用另一密钥。',
  taken: '中继接收时间',
  replaced: '被取代的内容',
  replacedKept: '仍在中继',
  replacedDeleted: '已删除',
  stay: '完成之前请勿关闭此页面。若中断，请重新开始：结束之前不会有任何改变。',
  working: '正在取回并核验…',
  workingOn: '{{name}}：{{percent}} %',
  done: '已重新封存：第 {{version}} 版。中继已确认。',
}
