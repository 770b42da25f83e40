import type { Translated } from '../../languages/translated.js'
import type { welcome as english } from './en.js'

export const welcome: Translated<typeof english> = {
  title: 'Su primer intercambio',
  hide: 'Ocultar',
  done: 'hecho',
  send: 'Como Alma Reyes de Arcadia, envíe una solicitud a Belmara: «{{fill}}» la redacta por usted.',
  fillExample: 'Rellenar un ejemplo',
  sendAction: 'Redactarla',
  arrive: 'Véala llegar a Belmara, en su propia ventana, sin recargar nada.',
  openRequested: 'Abrir a Yusuf Demir en una ventana nueva',
  openRequesting: 'Abrir a Alma Reyes en una ventana nueva',
  open: 'Como Yusuf Demir de Belmara, ábrala: todo se descifra y verifica en el navegador.',
  openAction: 'Abrir el envío más reciente',
  acknowledge:
    'Firme allí el acuse de recibo. Alma lo ve al instante, y si es exactamente por lo que envió.',
  prove:
    'De nuevo como Alma, guarde el paquete de prueba y suéltelo en «Comprobar una prueba»: no hace falta cuenta.',
  proveAction: 'Abrir el envío',
}
