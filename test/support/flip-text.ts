/** The text with one bit of one character turned over. ASCII stays ASCII, so it is a text still. */
export function flipText(text: string, bit: number): string {
  const index = Math.floor(bit / 7) % text.length
  const flipped = String.fromCharCode(text.charCodeAt(index) ^ (1 << (bit % 7)))
  return text.slice(0, index) + flipped + text.slice(index + 1)
}
