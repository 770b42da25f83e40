/** What this product, its users and their work are called, in the languages that they write. */
const OF_THE_CONTEXT =
  'rogatory rogatoire rogatoria central authority autorite autoridad ministry ministere ministerio justice justicia ' +
  'court tribunal police prosecutor parquet fiscal mutual legal assistance treaty request officer operator relay ' +
  'keystore passphrase witness министерство юстиции прокуратура поручение وزارة العدل النيابة 司法部 检察院'
/** With what guessing begins, in lists of passwords that were stolen. */
const OF_LISTS =
  'password passwort contraseña motdepasse пароль 密码 سر secret welcome letmein iloveyou trustno admin administrator root user ' +
  'login default changeme test example dragon monkey football baseball superman batman princess sunshine master shadow ' +
  'summer winter spring autumn monday january hello whatever computer internet google'
const ROWS =
  'qwertyuiop asdfghjkl zxcvbnm azertyuiop qsdfghjklm qwertz йцукенгшщзхъ фывапролджэ ячсмитьбю 1qaz2wsx3edc ' +
  '!@#$%^&*()_+'

const WORDS = `${OF_THE_CONTEXT} ${OF_LISTS}`.split(' ').sort((a, b) => b.length - a.length)
const KEYS = ROWS.split(' ')
/** Fewer in a row are no pattern. */
const RUN = 4
const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * What a passphrase has beside that with which guessing begins: words of a list (ASVS 5.0, V6.1.2), also with
 * digits for letters, rows of a keyboard, characters in their order, the same one again and again, and
 * spaces. Of other signs each counts once: they stand between words, but a generator of passwords writes them, too.
 *
 * @returns the shortest of what remains of it as written and undisguised, in small letters.
 */
export function unguessablePart(passphrase: string): string {
  const left = spellings(passphrase).map(withoutPatterns)
  return left.reduce((one, other) => (lengthOf(other) < lengthOf(one) ? other : one))
}

const lengthOf = (text: string): number => Array.from(text).length

/**
 * A passphrase as it is written, and with letters for the signs that stand for them: for all, and for those before a
 * letter, since digits at an end are mostly digits. All in small letters, and of the same length.
 */
export function spellings(passphrase: string): readonly [string, string, string] {
  const plain = passphrase.normalize('NFC').toLowerCase()
  const undisguised = (signs: RegExp) => plain.replace(signs, (sign) => DISGUISES[sign] ?? sign)
  return [plain, undisguised(/[0134579@$!]/g), undisguised(/[0134579@$!](?=\p{L})/gu)]
}

function withoutPatterns(text: string): string {
  const rest = WORDS.reduce((left, word) => left.replaceAll(word, ' '), text)
  const characters = Array.from(rest)
  const isKept = characters.map(() => true)
  for (let start = 0; start < characters.length;) {
    const length = runAt(characters, start)
    if (length >= RUN) isKept.fill(false, start, start + length)
    start += Math.max(1, length - 1)
  }
  const kept = characters.filter((one, at) => isKept[at] && !/\s/.test(one))
  return kept.filter((one, at) => /[\p{L}\p{N}]/u.test(one) || kept.indexOf(one) === at).join('')
}

/** How many characters from here on follow one another, in one of the orders that there are. */
function runAt(characters: readonly string[], start: number): number {
  return Math.max(
    ...[follows(1), follows(-1), follows(0), isNextKey].map((isNext) => {
      let end = start + 1
      while (end < characters.length && isNext(characters[end - 1] ?? '', characters[end] ?? '')) {
        end += 1
      }
      return end - start
    }),
  )
}

const follows = (step: number) => (one: string, next: string) =>
  (next.codePointAt(0) ?? 0) - (one.codePointAt(0) ?? 0) === step
const isNextKey = (one: string, next: string) => KEYS.some((row) => row.includes(one + next))
