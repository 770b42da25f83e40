/** Languages in which requests are written, by their tag; the six of the United Nations first. */
const TAGS =
  'ar en es fr ru zh am az be bg bn bs ca cs da de el et fa fi fil ha he hi hr hu hy id is it ja ka kk km ko ky lo lt lv mk mn ms mt my ne nl no pl pt ro rw sk sl so sq sr sv sw ta tg th tk tr uk ur uz vi'.split(
    ' ',
  )

/** @param language - of the page: the names are its own. */
export function languageChoices(language: string): readonly { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language], { type: 'language' })
  return TAGS.map((code) => ({ code, name: `${names.of(code) ?? code} (${code})` }))
}
