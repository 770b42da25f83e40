import type { Translated } from '../../languages/translated.js'
import type { blank as english } from './en.js'

export const blank: Translated<typeof english> = {
  title: 'Formulario vacío',
  unknown: 'No existe tal formulario.',
  back: 'Todos los formularios',
  meaning:
    'Para reunir en papel lo que la solicitud necesitará. Nada de lo escrito en él forma parte de un envío hasta que se introduce en el formulario.',
  print: 'Imprimir',
  save: 'Guardar como fichero de texto',
  fill: 'Rellenarlo aquí',
  saveMeaning:
    'El fichero de texto {{file}} puede rellenarse con cualquier editor; lo lee la línea de órdenes.',
  several: '(pueden indicarse varios)',
}
