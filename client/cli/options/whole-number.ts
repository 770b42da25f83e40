import { ClientError } from '../../core/client-error.js'

/**
 * Reads the number of an option.
 *
 * @throws {@link ClientError} `usage` when it is none, or not between `least` and `most`.
 */
export const wholeNumber =
  (option: string, least: number, most: number) =>
  (text: string): number => {
    const number = /^-?\d{1,15}$/.test(text) ? Number(text) : NaN
    if (number >= least && number <= most) return number
    throw new ClientError(
      'usage',
      `${option} takes a whole number, not “${text}”`,
      `Choose one from ${least} to ${most}.`,
    )
  }
