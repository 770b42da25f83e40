import type { Translated } from '../../languages/translated.js'
import type { contacts as english } from './en.js'

export const contacts: Translated<typeof english> = {
  title: 'Ficheros del directorio',
  lead: 'El directorio como fichero, contactos que ningún relé conoce y si el relé muestra a otros lo que le muestra a usted.',
  save: 'Guardar el directorio',
  saveMeaning:
    'Datos públicos de contacto de todas las fichas que se verifican y de los contactos de otras fuentes. Un fichero no lleva firmas: quien lo lee no puede comprobarlo.',
  save_csv: 'Como tabla (CSV)',
  save_json: 'Para programas (JSON)',
  saved: 'Guardado: {{file}}, contactos: {{number}}',
  bring: 'Contactos de otras fuentes',
  bringMeaning:
    'Autoridades que no están en ningún relé, de un fichero como los que entrega otro directorio. Se muestran bajo el directorio y se guardan en este navegador. Un fichero nuevo sustituye al anterior.',
  file: 'Fichero de contactos',
  fileHint: 'CSV o JSON, como los que hace la exportación de arriba',
  needFile: 'Elija un fichero',
  bringAction: 'Incorporar los contactos',
  removeAll: 'Quitarlos todos',
  brought: 'Contactos guardados: {{number}}.',
  onRelay: 'Omitidos, pues sus fichas firmadas están en un relé: {{number}}.',
  none: 'En este navegador no hay contactos de otras fuentes.',
  same: '¿Se muestra lo mismo a todos?',
  sameMeaning:
    'Un relé que le muestre a usted una historia del directorio y otra a los demás solo se descubre comparando. Guarde lo que este navegador ha visto, déselo a un colega de otro lugar por otro canal y compare aquí lo suyo.',
  saveSeen: 'Guardar lo que ha visto este navegador',
  savedSeen: 'Guardado: {{file}}. Solo contiene datos públicos.',
  theirs: 'Lo que ha visto la otra parte',
  theirsHint: 'Su fichero {{file}}, recibido por un canal distinto de este relé',
  compare: 'Comparar',
  comparing: 'Comparando…',
  isSame: 'El relé muestra aquí todo lo que mostró allí. Autoridades comparadas: {{number}}',
}
