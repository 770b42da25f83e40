import { ClassificationLevel, type DirectoryEntry } from '#crypto/directory/entry.js'

/** What of an entry says how its State classifies. */
export type Classifier = Pick<DirectoryEntry, 'state' | 'classifications'>

/**
 * Classifications in the words of the six languages, for entries that publish no table. What means
 * different levels in different States (`reservado`) is not among them: only a table can tell. 秘密, which is below 机密
 * in China, counts as what it is translated by elsewhere: what is held too high is refused, and can be released.
 */
const words: Readonly<Record<ClassificationLevel, readonly string[]>> = {
  official: [
    ...['official', 'official use only', 'for official use', 'unclassified', 'non classifié'],
    ...['sin clasificar', 'غير مصنف', 'несекретно', '公开'],
  ],
  restricted: [
    ...['restricted', 'diffusion restreinte', 'restreint', 'difusión limitada', 'محدود', 'مقيد'],
    ...['для служебного пользования', '内部', '限阅'],
  ],
  confidential: ['confidential', 'confidentiel', 'confidencial', 'خاص', 'конфиденциально', '保密'],
  secret: ['secret', 'secreto', 'سري', 'секретно', '机密', '秘密'],
  'top-secret': [
    ...['top secret', 'cosmic top secret', 'très secret', 'alto secreto', 'máximo secreto'],
    ...['سري للغاية', 'سري جدا', 'совершенно секретно', 'особой важности', '绝密'],
  ],
}

/**
 * The level of a mark: by the table of the State that set it, that agreed with the other State first, else
 * by the words that it is known by; undefined where nothing says it.
 *
 * @param other - the State with which the content is exchanged.
 */
export function levelOf(
  mark: string,
  { classifications = [] }: Classifier,
  other: string,
): ClassificationLevel | undefined {
  const said = fold(mark)
  const agreed = [...classifications]
    .filter((one) => fold(one.mark) === said && (one.with === undefined || one.with === other))
    .sort((a, b) => Number(b.with !== undefined) - Number(a.with !== undefined))
  return agreed[0]?.level ?? byWords(said)
}

/** The highest level whose words stand in the mark: `NATO SECRET`, `SECRET NOFORN`; low ones end it. */
function byWords(said: string): ClassificationLevel | undefined {
  return [...ClassificationLevel.options]
    .reverse()
    .find((level) =>
      words[level].some(
        (word) =>
          said === word ||
          said.endsWith(` ${word}`) ||
          (isHigh(level) && said.startsWith(`${word} `)),
      ),
    )
}

/** Above what travels here: resolution 2322 (2016), 5, wants it downgraded for official use. */
export const isHigh = (level: ClassificationLevel): boolean =>
  level === 'secret' || level === 'top-secret'

/** A mark as it is compared: spelling, case and joints make no other mark. */
export const fold = (mark: string): string =>
  mark
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s/_-]+/gu, ' ')
    .trim()
