import { rawText } from '../../templates/readable-value.js'

/** What a stranger wrote, on one line of bounded length, with nothing in it that a terminal would obey. */
export const oneLine = (text: string, most = 200): string =>
  rawText(
    text
      .slice(0, 4 * most)
      .replace(/\s+/gu, ' ')
      .trim(),
  ).slice(0, most)
