import type { Translated } from '../../languages/translated.js'
import type { contacts as english } from './en.js'

export const contacts: Translated<typeof english> = {
  title: '名录文件',
  lead: '将名录保存为文件、引入中继不知的联系人，以及核对中继向他人展示的是否与您所见一致。',
  save: '保存名录',
  saveMeaning: '所有核验通过的条目以及外来联系人的公开联系信息。文件不含签名：阅读者无法核验。',
  save_csv: '存为表格（CSV）',
  save_json: '供程序使用（JSON）',
  saved: '已保存：{{file}}，联系人：{{number}}',
  bring: '外来联系人',
  bringMeaning:
    '不在任何中继上的机关，来自其他名录提供的文件。它们显示在名录下方并保存在此浏览器中。新文件将取代旧文件。',
  file: '联系人文件',
  fileHint: 'CSV 或 JSON，格式与上述导出相同',
  needFile: '请选择文件',
  bringAction: '引入联系人',
  removeAll: '全部移除',
  brought: '已保存联系人：{{number}}。',
  onRelay: '因其已签署条目在中继上而略去：{{number}}。',
  none: '此浏览器中没有外来联系人。',
  same: '向所有人展示的是否相同？',
  sameMeaning:
    '如果中继向您和他人展示不同的名录历史，只有比对才能发现。请保存此浏览器所见内容，经其他渠道交给别处的同事，并在此比对对方的文件。',
  saveSeen: '保存此浏览器所见',
  savedSeen: '已保存：{{file}}。仅含公开数据。',
  theirs: '对方所见',
  theirsHint: '对方的文件 {{file}}，经本中继以外的渠道送达',
  compare: '比对',
  comparing: '正在比对…',
  isSame: '中继在此展示了其在彼处展示的全部内容。已比对机关：{{number}}',
}
