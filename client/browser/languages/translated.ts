type Plural = 'zero' | 'two' | 'few' | 'many'

/**
 * The texts of one area in another language than English: every key that English has, and the plural
 * forms that only this language has.
 */
export type Translated<T> = Readonly<Record<keyof T, string>> &
  Readonly<Partial<Record<`${string}_${Plural}`, string>>>
