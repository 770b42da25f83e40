import type { Translated } from '../../languages/translated.js'
import type { signIn as english } from './en.js'

export const signIn: Translated<typeof english> = {
  title: 'Iniciar sesión',
  lead: 'Rogatory transmite solicitudes de asistencia judicial entre Autoridades Centrales, selladas de modo que solo el destinatario puede leerlas, y prueba ante un tribunal cuándo se enviaron y se recibieron.',
  keptTitle: 'Identidades en este navegador',
  unlock: 'Desbloquear',
  unlockAs: 'Desbloquear {{name}}',
  unlocking: 'Abriendo el almacén de claves…',
  passphrase: 'Frase secreta',
  wrongOrigin: 'Esta página se abrió en otra dirección que la del propio relé.',
  wrongOriginGo: 'Ir a {{origin}}',
  securityKeys: 'Llave de seguridad…',
  boundToKey: 'Se abre con la frase secreta y la llave de seguridad juntas',
  askingKey: 'Siga lo que pide el navegador…',
  forget: 'Quitar de este navegador',
  forgetSure:
    '¿Quitar a {{name}} de este navegador? El archivo del almacén guardado en otro lugar sigue igual; sin él y su frase secreta la identidad no puede volver.',
  importTitle: 'Traer sus claves',
  importLead:
    'Necesita los dos archivos que se crearon en su inscripción. Permanecen en este equipo: el almacén se guarda aquí sellado, tal cual, y ninguna clave sale de este navegador.',
  keystore: 'Archivo del almacén de claves',
  keystoreHint: 'officer.keystore: sus claves privadas, selladas con su frase secreta',
  trust: 'Lista de confianza',
  trustHint: 'trust.json: a quién creer. Obténgala de su autoridad, no del relé',
  importAction: 'Traer y desbloquear',
  unbind: 'Poner el archivo en su lugar',
  unbindSure:
    '¿Poner el archivo del almacén en lugar de lo que está vinculado a una llave de seguridad? Después lo abre la frase secreta sola, hasta que vuelva a vincular una llave.',
  needKeystore: 'Elija el archivo del almacén de claves',
  needTrust: 'Elija la lista de confianza',
  needPassphrase: 'Escriba la frase secreta',
  presentPassphrase: 'Frase secreta actual',
  changePassphrase: 'Cambiar la frase secreta…',
  changePassphraseMeaning:
    'Las mismas claves se sellan con otra frase secreta: en este navegador y en un archivo que se guarda. Hasta entonces todo sigue como estaba.',
  changePassphraseAction: 'Cambiar la frase secreta',
  changingPassphrase: 'Sellando de nuevo el almacén de claves…',
  passphraseChanged:
    'La frase secreta nueva está en vigor en este navegador. Guardado como {{file}}: sustituye a su archivo del almacén de claves.',
  passphraseCopies:
    'Las copias anteriores, como las de seguridad, se siguen abriendo con la frase secreta antigua: destrúyalas. Si otra persona pudiera conocerla, eso no basta: haga revocar su clave.',
  saveAgain: 'Guardar el archivo de nuevo',
  explainTitle: 'Cómo se protegen sus claves',
  explainSeal:
    'El almacén está sellado con su frase secreta de un modo que hace lento y costoso adivinarla (Argon2id). Nadie puede restablecer la frase secreta.',
  explainKey:
    'Puede vincularse a una llave de seguridad: entonces la frase secreta sola no abre nada en este navegador.',
  explainOpen:
    'Mientras la sesión está abierta, las claves están solo en la memoria de esta pestaña: ninguna página, ni siquiera esta, puede copiarlas, y nada de ellas se escribe en el disco. Una página que se carga de nuevo vuelve a pedir la frase secreta.',
  explainIdle:
    'Tras {{minutes}} minutos sin uso, o al pulsar Bloquear, se retiran y se vuelve a pedir la frase secreta.',
  lostTitle: 'Claves perdidas, frase olvidada o equipo robado',
  lostPassphrase:
    'Frase secreta olvidada: nadie puede recuperarla. Un administrador de su autoridad le emite claves nuevas; los envíos siguen siendo legibles, porque están sellados para la autoridad y no solo para usted.',
  lostFile:
    'Archivo del almacén perdido: si este navegador aún se desbloquea, siga trabajando y pida claves nuevas. Si no, pídalas ya.',
  lostKey:
    'Llave de seguridad perdida: desbloquee con la de reserva y quite la perdida. Sin reserva, traiga su archivo del almacén de claves. Si su autoridad exige la llave al iniciar sesión, diríjase a su administración; si la administración es solo usted, las claves propias de su autoridad le dan paso: rogatory officer security-keys recover',
  stolen:
    'Equipo robado, o alguien conoce su frase secreta: haga revocar su clave de inmediato, por teléfono, por cualquier administrador de su autoridad. Lo que el ladrón firme después no vale nada.',
  exampleTitle: 'Pruébelo con dos autoridades de ejemplo',
  exampleLead:
    'Este relé ejecuta un ejemplo en su propio equipo. Abra cada autoridad en su ventana y envíe una primera solicitud de una a otra. No existen tales Estados, personas ni casos.',
  exampleOpen: 'Abrir como {{name}}',
  exampleNewWindow: 'en una ventana nueva',
  exampleRequesting: 'la parte requirente: empiece aquí',
  exampleRequested: 'la parte requerida: ábrala al lado',
  exampleLegal: 'funcionario jurídico, que aprueba',
  exampleDuty: 'funcionaria de guardia, a quien despierta lo urgente',
  exampleWaiting: 'Se están inscribiendo las autoridades de ejemplo; tarda unos segundos.',
  noAccount: 'Sin cuenta',
  noAccountProof: 'Comprobar un paquete de prueba que le hayan entregado',
  lockedEnded: 'Su sesión ha terminado. Desbloquee de nuevo sus claves para continuar.',
  lockedIdle: 'Bloqueado tras {{minutes}} minutos sin uso.',
  newKeysTitle: 'Crear mis claves',
  enrolTitle: 'Inscribir a una autoridad',
  operatorTitle: 'Operador de la red',
}
