/** Whether a line has no other characters than those that ISO 8859-1 prints. */
export const isLatin1 = (line: string): boolean => /^[\x20-\x7e\xa0-\xff]*$/.test(line)
