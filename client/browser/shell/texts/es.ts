import type { Translated } from '../../languages/translated.js'
import type { common as english } from './en.js'

export const common: Translated<typeof english> = {
  skip: 'Ir al contenido',
  navigation: 'Secciones',
  menu: 'Menú',
  language: 'Idioma',
  lock: 'Bloquear',
  signIn: 'Iniciar sesión',
  signedInAs: 'Sesión de {{name}}, {{authority}}',
  inbox: 'Envíos',
  compose: 'Nueva solicitud',
  directory: 'Directorio',
  proof: 'Comprobar una prueba',
  connected: 'En directo',
  connecting: 'Conectando…',
  lost: 'Conexión perdida. Se vuelve a intentar; nada de lo que ocurra entretanto se pierde.',
  ended: 'El relé ya no admite esta clave.',
  offline:
    'Este equipo está sin conexión. Puede leer lo que hay en pantalla; los envíos y acuses de recibo esperan a que vuelva la conexión.',
  loading: 'Cargando…',
  retry: 'Reintentar',
  back: 'Atrás',
  cancel: 'Cancelar',
  close: 'Cerrar',
  remove: 'Quitar',
  details: 'Detalles técnicos',
  optional: 'opcional',
  notFound: 'No existe esa página',
  notFoundMeaning: 'Puede que la dirección esté mal escrita o que la página se haya movido.',
  toStart: 'A la página de inicio',
  localZone: 'su hora',
  yes: 'sí',
  no: 'no',
  none: 'ninguno',
  problemUnreachable: 'El relé no responde.',
  problemUnreachableRemedy: 'Compruebe la red e inténtelo de nuevo: no se pierde nada.',
  problemPassphrase: 'Esta frase secreta no abre el almacén de claves.',
  problemPassphraseRemedy:
    'Compruebe las mayúsculas y el idioma del teclado. Nadie puede restablecer una frase secreta.',
  problemKeystore: 'Este archivo no es un almacén de claves.',
  problemKeystoreRemedy: 'Elija el archivo officer.keystore que se creó en su inscripción.',
  problemTrust: 'Este archivo no es una lista de confianza.',
  problemTrustRemedy:
    'Elija el archivo trust.json que el operador de su red entregó a su autoridad.',
  problemCredential: 'Su autoridad no avala esta clave, o ya no la avala.',
  problemCredentialRemedy:
    'Dé la huella de sus claves a un funcionario de su autoridad con el rol admin.',
  problemRevoked: 'Esta clave fue revocada.',
  problemRevokedRemedy: 'Pida una nueva a un funcionario de su autoridad con el rol admin.',
  problemNotPermitted: 'Su rol no lo permite.',
  problemNotPermittedRemedy: 'Diríjase a un funcionario de su autoridad con el rol admin.',
  problemUntrusted: 'Lo que muestra el relé no se verifica. No actúe sobre esa base.',
  problemUntrustedRemedy:
    'Avise al operador del relé y a la otra autoridad por otro canal, y cite los detalles de abajo.',
  problemLog:
    'El registro del relé contradice lo que este navegador recuerda de él. Alguien puede haberlo reescrito.',
  problemLogRemedy:
    'Deje de trabajar con este relé y avise a los testigos de su red. La prueba se conserva en este navegador.',
  problemUnknownPackage: 'Su autoridad no tiene ese envío.',
  problemUnknownPackageRemedy:
    'Compruebe la dirección. Un envío programado aparece cuando se entrega.',
  problemStorage: 'El navegador no puede guardar datos.',
  problemStorageRemedy:
    'Libere espacio, salga de la navegación privada y vuelva a cargar la página.',
  problemProofPending: 'El punto de control o el sello de tiempo que cubre este envío aún no está.',
  problemProofPendingRemedy: 'Vuelva a pedirlo en un minuto; no se pierde nada.',
  problemBusy: 'El relé no puede hacerlo en este momento.',
  problemBusyRemedy: 'Inténtelo de nuevo en un minuto.',
  problemOther: 'Esto no ha funcionado.',
  problemOtherRemedy:
    'Inténtelo de nuevo. Si persiste, cite los detalles de abajo al operador del relé.',
  correct: 'Corrija primero lo siguiente',
  copied: 'Copiado',
  copy: 'Copiar',
}
