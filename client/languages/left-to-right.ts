/**
 * What is no word of any language, such as an id, a key or a file's name, kept from left to right
 * wherever it stands (UAX #9 §2.4): beside Arabic, its leading hyphen would go to its end, and groups of
 * digits would change places.
 */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`
