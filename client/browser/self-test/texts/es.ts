import type { Translated } from '../../languages/translated.js'
import type { selfTest as english } from './en.js'

export const selfTest: Translated<typeof english> = {
  title: 'Autoprueba',
  lead: 'Un envío de prueba sin datos personales recorre todo el camino de una autoridad a otra: sellado, anunciado, abierto, con acuse de recibo y probado. Caduca en un día.',
  needTwo: 'Hacen falta dos identidades de autoridades distintas en este navegador.',
  needTwoMeaning: 'Tráigalas en la página de inicio, una tras otra.',
  toStart: 'A la página de inicio',
  sender: 'Envía',
  recipient: 'Recibe',
  identity: 'Funcionario',
  passphrase: 'Frase de paso',
  passphraseHint:
    'No hace falta mientras esta identidad esté desbloqueada en este navegador, salvo que esté vinculada a una llave de seguridad.',
  needOther: 'Elija un funcionario de otra autoridad',
  run: 'Hacer la prueba',
  running: 'En curso…',
  works: 'Todo funciona. Envío de prueba:',
  failed: 'falló',
  skipped: 'sin intentar',
  step_directory: 'Cada una encuentra a la otra en el directorio',
  step_listen: 'El destinatario escucha avisos',
  step_seal: 'Se sella un envío',
  step_submit: 'El relé lo acepta',
  step_notice: 'El destinatario se entera',
  step_open: 'Se abre y se verifica su documento',
  step_acknowledge: 'Se firma un acuse',
  step_receipt: 'El acuse es de lo enviado',
  step_proof: 'La prueba se sostiene',
}
