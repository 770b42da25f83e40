import type { Translated } from '../../languages/translated.js'
import type { resealing as english } from './en.js'

export const resealing: Translated<typeof english> = {
  sealAnew: 'Sellar de nuevo',
  sealAgain: 'Sellar otra vez',
  lead: 'Para cuando su autoridad ha cambiado de clave o se sustituye un algoritmo: lo que permanece años en el relé se cifra de nuevo.',
  toPackage: 'Volver al envío',
  whatHappens: 'Qué ocurre',
  doesFetch: 'El envío y todos sus documentos se descargan y se verifican.',
  doesSeal:
    'Todo se cifra en este ordenador con claves nuevas, se sella para la clave actual de su autoridad y se entrega al relé.',
  doesReplace:
    'Desde entonces su autoridad recibe esta copia. Lo enviado se elimina cuando cada parte ha sellado de nuevo su propia copia; una copia anterior suya, por sí sola; nunca antes de una hora.',
  doesKeep: 'Lo firmado y lo que puede probarse queda como está. Las demás partes no notan nada.',
  now: 'Ahora',
  reading: 'Consultando cómo está sellado…',
  copy: 'La copia de su autoridad',
  asSent: 'tal como se envió',
  version: 'sellada de nuevo, versión {{version}}',
  key: 'Sellada para la clave',
  isPresent: 'Es la clave actual de su autoridad: no hace falta repetirlo.',
  isEarlier: 'Su autoridad ya tiene otra clave.',
  taken: 'Recibida por el relé',
  replaced: 'Lo que sustituye',
  replacedKept: 'sigue en el relé',
  replacedDeleted: 'se eliminó',
  stay: 'Deje esta página abierta hasta que termine. Si se interrumpe, empiece de nuevo: nada cambia antes del final.',
  working: 'Descargando y verificando…',
  workingOn: '{{name}}: {{percent}} %',
  done: 'Sellado de nuevo: versión {{version}}. El relé lo ha confirmado.',
}
