const SEPARATORS: Readonly<Record<string, string>> = { ar: '، ', zh: '、' }

/** Several words in a row, with the comma of the page's language between them. @param language - BCP 47 */
export const listed = (words: readonly string[], language: string): string =>
  words.join(SEPARATORS[language] ?? ', ')
