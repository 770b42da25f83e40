import type { Text } from '../format.js'

/** The help of every field of the format `authority`: a name there would be nobody. */
export const authorityIdHelp: Text = {
  en: 'The id by which the directory lists the authority, such as xb.pgo; not its name.',
  fr: 'L’identifiant sous lequel l’autorité figure dans l’annuaire, par exemple xb.pgo ; non son nom.',
  es: 'El identificador con que figura la autoridad en el directorio, por ejemplo xb.pgo; no su nombre.',
  ar: 'المعرّف الذي ترد به السلطة في الدليل، مثل xb.pgo، وليس اسمها.',
  ru: 'Идентификатор, под которым орган значится в справочнике, например xb.pgo; не название.',
  zh: '该机关在名录中的标识，例如 xb.pgo；而非其名称。',
}
