import type { Translated } from '../../languages/translated.js'
import type { blank as english } from './en.js'

export const blank: Translated<typeof english> = {
  title: '空白表',
  unknown: '没有这种表格。',
  back: '全部表格',
  meaning: '用于在纸上收集请求所需内容。写在其上的内容在录入表单之前不构成函件的一部分。',
  print: '打印',
  save: '保存为文本文件',
  fill: '在此填写',
  saveMeaning: '文本文件 {{file}} 可用任何编辑器填写；命令行可读取。',
  several: '（可填多项）',
}
