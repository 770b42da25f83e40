import type { PreFlightDraft } from './draft.js'
import type { Stated } from './finding.js'

/**
 * Classifications in the words of the six languages and of the alliances that share them. What is above
 * `confidential` does not travel here: resolution 2322 (2016), 5, wants it downgraded for official use.
 */
const below = [
  'official',
  'official use only',
  'for official use',
  'unclassified',
  'restricted',
  'confidential',
  'non classifié',
  'diffusion restreinte',
  'restreint',
  'confidentiel',
  'sin clasificar',
  'difusión limitada',
  'reservado',
  'confidencial',
  'غير مصنف',
  'محدود',
  'مقيد',
  'خاص',
  'несекретно',
  'для служебного пользования',
  'конфиденциально',
  '公开',
  '内部',
  '限阅',
  '保密',
]
const above = [
  'secret',
  'top secret',
  'cosmic top secret',
  'très secret',
  'secreto',
  'alto secreto',
  'máximo secreto',
  'سري',
  'سري للغاية',
  'سري جدا',
  'секретно',
  'совершенно секретно',
  'особой важности',
  '机密',
  '绝密',
  '秘密',
]

/** Whether the marks allow that this is sent here at all. */
export function checkMarks({ marks }: PreFlightDraft): readonly Stated[] {
  const mark = marks.classification
  if (mark === null) return []
  const data = { mark }
  const words = fold(mark)
  if (
    above.some(
      (each) => words === each || words.endsWith(` ${each}`) || words.startsWith(`${each} `),
    )
  ) {
    const sources = [{ instrument: 'res-2322', article: '5' }]
    return [{ code: 'mark-above-channel', severity: 'must', entryField: null, sources, data }]
  }
  if (below.some((each) => words === each || words.endsWith(` ${each}`))) return []
  return [{ code: 'mark-unknown', severity: 'should', entryField: null, sources: [], data }]
}

const fold = (mark: string): string =>
  mark
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/_-]+/gu, ' ')
    .trim()
