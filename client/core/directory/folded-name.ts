/**
 * The same for names that some file system takes for one: capitals and composition do not count there.
 * Rather too often the same (ß and ss) than once too seldom.
 */
export const foldedName = (name: string): string =>
  name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
