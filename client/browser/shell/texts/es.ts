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
  cases: 'Casos',
  duty: 'Guardia',
  compose: 'Nueva solicitud',
  drafts: 'Borradores',
  translation: 'Traducciones',
  authority: 'Funcionarios y claves',
  directory: 'Directorio',
  proof: 'Comprobar una prueba',
  connected: 'En directo',
  connecting: 'Conectando…',
  lost: 'Conexión perdida. Se vuelve a intentar; nada de lo que ocurra entretanto se pierde.',
  ended: 'El relé ya no admite esta clave.',
  offline:
    'Este equipo está sin conexión. Puede leer lo que hay en pantalla. Lo que envíe o firme ahora se intenta unos segundos y después falla: repítalo cuando vuelva la conexión.',
  liveBroken:
    'Las novedades ya no llegan por sí solas: algo de lo recibido no se sostiene. La lista de envíos se consulta cada medio minuto.',
  languageFailed: 'Los textos no han llegado. Elija de nuevo.',
  reload: 'Cargar de nuevo la página',
  problemOutdatedPage: 'Hay una versión nueva de esta página.',
  problemOutdatedPageRemedy: 'Guarde lo que está escribiendo y cargue de nuevo la página.',
  idleSoon:
    'Nadie ha usado esta página desde hace un rato: se bloqueará en un minuto aproximadamente, y lo que no esté guardado se perderá.',
  stay: 'Seguir',
  loading: 'Cargando…',
  retry: 'Reintentar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  remove: 'Quitar',
  leaveTitle: '¿Salir sin guardar?',
  leaveMeaning: 'Lo que ha escrito en esta página no está guardado. Si sale, se pierde.',
  stayHere: 'Quedarse en esta página',
  leaveUnsaved: 'Salir y perderlo',
  details: 'Detalles técnicos',
  optional: 'opcional',
  notFound: 'No existe esa página',
  notFoundMeaning: 'Puede que la dirección esté mal escrita o que la página se haya movido.',
  toStart: 'A la página de inicio',
  yes: 'sí',
  no: 'no',
  none: 'ninguno',
  newPassphrase: 'Frase de paso nueva',
  newPassphraseHint:
    'Al menos {{length}} caracteres; cuatro palabras al azar sirven. Nadie puede recuperarla.',
  againPassphrase: 'La frase de paso otra vez',
  weakPassphrase:
    'Al menos {{length}} caracteres, no siempre los mismos, no solo palabras fáciles de adivinar, ni una contraseña robada antes',
  unjudgedPassphrase:
    'No se pudo comparar con la lista de contraseñas robadas. Envíe el formulario de nuevo.',
  otherPassphrase: 'Las dos frases difieren',
  problemUnreachable: 'El relé no responde.',
  problemUnreachableRemedy: 'Compruebe la red e inténtelo de nuevo: no se pierde nada.',
  problemPassphrase: 'Esta frase secreta no abre el almacén de claves.',
  problemPassphraseRemedy:
    'Compruebe las mayúsculas y el idioma del teclado. Nadie puede restablecer una frase secreta.',
  problemKeystore: 'Este archivo no es un almacén de claves.',
  problemKeystoreRemedy: 'Elija el archivo officer.keystore que se creó en su inscripción.',
  problemBound: 'Esta identidad está vinculada a una llave de seguridad en este navegador.',
  problemBoundRemedy:
    'Desbloquéela arriba con esa llave. Si la llave se perdió, ponga el archivo en su lugar.',
  problemKeystoreChanged: 'Lo que se guarda de esta identidad se cambió en otra pestaña.',
  problemKeystoreChangedRemedy: 'Vuelva a cargar la página e inténtelo de nuevo.',
  problemKeyAbsent: 'Este navegador no conoce las llaves de seguridad.',
  problemKeyAbsentRemedy: 'Use un navegador actual.',
  problemKeyAddress:
    'Las llaves de seguridad se vinculan al nombre de un servidor, y esta página se abrió con otro nombre o con un número.',
  problemKeyAddressRemedy:
    'Abra el relé con el nombre con el que se vinculó la llave. Si solo tiene un número, su operador debe darle un nombre: en el propio equipo, http://localhost.',
  problemKeyUnanswered: 'No respondió ninguna llave de seguridad vinculada.',
  problemKeyUnansweredRemedy:
    'Conecte una llave vinculada aquí, tóquela cuando parpadee y escriba su PIN. Los navegadores no dicen si había otra llave o si se canceló.',
  problemKeyUnfit: 'Esta llave de seguridad, o este navegador, no puede hacer lo necesario.',
  problemKeyUnfitRemedy:
    'Use una llave FIDO2 con hmac-secret que tenga PIN o huella y guarde sus credenciales solo en ella.',
  problemKeyKnown: 'Esta llave de seguridad ya está vinculada.',
  problemKeyKnownRemedy: 'Conecte otra.',
  problemKeyDemanded: 'Su autoridad exige una de sus llaves de seguridad para iniciar sesión.',
  problemKeyDemandedRemedy:
    'Use una llave de seguridad que su administración haya registrado para usted. Si se ha perdido, diríjase a su administración.',
  problemTrust: 'Este archivo no es una lista de confianza.',
  problemTrustRemedy:
    'Elija el archivo trust.json que el operador de su red entregó a su autoridad.',
  problemCredential: 'Su autoridad no avala esta clave, o ya no la avala.',
  problemCredentialRemedy: 'Dé la huella de sus claves a un administrador de su autoridad.',
  problemRevoked: 'Esta clave fue revocada.',
  problemRevokedRemedy: 'Pida una nueva a un administrador de su autoridad.',
  problemNotPermitted: 'Su rol no lo permite.',
  problemNotPermittedRemedy: 'Diríjase a un administrador de su autoridad.',
  problemUntrusted: 'Lo que muestra el relé no se verifica. No actúe sobre esa base.',
  problemUntrustedRemedy:
    'Avise al operador del relé y a la otra autoridad por otro canal, y cite los detalles de abajo.',
  problemLog:
    'El registro del relé contradice lo que este navegador recuerda de él. Alguien puede haberlo reescrito.',
  problemLogRemedy:
    'Deje de trabajar con este relé y avise a los testigos de su red. La prueba se conserva en este navegador.',
  logAlarm: 'Se ha sorprendido al registro de este relé faltando a su promesa.',
  logForked: '{{origin}} mostró dos árboles distintos del mismo tamaño: una vista dividida.',
  logRewritten: '{{origin}} no continúa las entradas que había mostrado: fue reescrito.',
  logShrunken: '{{origin}} muestra menos entradas que antes: se ha reducido.',
  logAlarmKeep: 'Guardar la prueba',
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
  problemTaken: 'Un colega se ha hecho cargo.',
  problemTakenRemedy: 'Relévelo si se ocupa usted ahora.',
  problemOral: 'Este envío no confirma esa solicitud oral, o un colega ya la terminó.',
  problemOralRemedy:
    'Revise la lista y elija un envío entre las mismas dos autoridades, en el mismo sentido.',
  problemAct: 'El estado del caso no lo permite ahora.',
  problemActRemedy: 'Abra el caso: muestra lo que puede hacerse.',
  problemLongCase: 'Este caso tiene demasiados envíos para leerse entero.',
  problemLongCaseRemedy: 'Continúe en un caso nuevo; cada envío puede abrirse por separado.',
  problemUnknownCase: 'No hay tal caso entre sus envíos.',
  problemUnknownCaseRemedy: 'Compruebe la dirección o vea la lista de casos.',
  problemDeleted: 'El relé eliminó este contenido porque venció su plazo.',
  problemDeletedRemedy:
    'Use la copia de sus archivos. Lo firmado permanece y se prueba desde la página del envío.',
  problemResealed: 'Un colega ha sellado de nuevo este envío entretanto.',
  problemResealedRemedy:
    'No se ha perdido nada: inténtelo de nuevo. Si no basta, vuelva a cargar esta página.',
  problemLeave: 'Las marcas exigen el permiso del remitente antes de transmitirlo.',
  problemLeaveRemedy: 'Pídalo en el caso; cuando llegue, inténtelo de nuevo.',
  problemDraftChanged: 'Un colega ha cambiado el borrador entretanto.',
  problemDraftChangedRemedy: 'Ábralo de nuevo, vea qué cambió y decida otra vez.',
  problemDraftUnknown: 'Ese borrador ya no existe.',
  problemDraftUnknownRemedy: 'Fue enviado o descartado. Vea los borradores y los envíos.',
  problemDraftOutdated: 'Lo sellado para aprobación ya no se puede enviar.',
  problemDraftOutdatedRemedy:
    'Devuélvalo para cambios, preséntelo de nuevo y haga que lo aprueben: cambiaron las claves, el caso o el vencimiento.',
  problemPartsElsewhere: 'Los documentos sellados no están en el relé ni en este ordenador.',
  problemPartsElsewhereRemedy:
    'Envíelo desde el ordenador donde se presentó, o preséntelo de nuevo.',
  problemDocumentType: 'Un documento es otra cosa que lo que dicen su nombre o su tipo.',
  problemDocumentTypeRemedy:
    'Mire qué es y póngale el nombre que corresponde; o guárdelo de nuevo en el formato que dice su nombre.',
  problemDocuments: 'No son los documentos que nombra el borrador.',
  problemDocumentsRemedy: 'Elija exactamente esos, o quítelos del borrador.',
  problemForm: 'El formulario no está completo, o el destinatario no lo acepta así.',
  problemFormRemedy: 'Vuelva al formulario: lo que falta está al lado.',
  problemApprovals: 'Falta la aprobación de otro funcionario.',
  problemApprovalsRemedy:
    'Quien lo preparó no puede aprobarlo; basta una vez por persona. Pídalo a un colega.',
  problemDraftsFull: 'Su autoridad tiene demasiados borradores.',
  problemDraftsFullRemedy: 'Descarte o envíe algunos primero.',
  problemFingerprint: 'La huella no es la de esta solicitud.',
  problemFingerprintRemedy:
    'Llame a la autoridad a un número que ya conocía y compare de nuevo. Si vuelve a diferir, rechácela.',
  problemLastAdmin: 'El último administrador no puede irse ni perder la función.',
  problemLastAdminRemedy: 'Dé antes la función a otro funcionario.',
  problemKeyNeeded: 'Algo necesita aún esta clave.',
  problemKeyNeededRemedy: 'Cuente de nuevo lo que abre y atienda eso antes. No se ha perdido nada.',
  problemFile: 'Este fichero no se abre aquí.',
  problemFileRemedy:
    'Elíjalo de nuevo; quizá sea de otra autoridad o no sea lo que dice su nombre.',
  problemHandoff: 'La entrega ya no está como cuando la abrió.',
  problemHandoffRemedy:
    'Ha pasado a otra persona, fue retirada o ha terminado. Vuelva a la mesa de traducción.',
  problemTranslation: 'La traducción no es lo que la entrega pide. No se envió nada.',
  problemTranslationRemedy:
    'Traduzca todo lo entregado al idioma pedido. En XLIFF solo se añaden destinos.',
  problemOther: 'Esto no ha funcionado.',
  problemOtherRemedy:
    'Inténtelo de nuevo. Si persiste, cite los detalles de abajo al operador del relé.',
  correct: 'Corrija primero lo siguiente',
  problemContradicted: 'Este expediente está contradicho.',
  problemContradictedRemedy:
    'Consérvelo como está, compruébelo en la página de pruebas para ver qué es falso y pida otro a quien se lo entregó.',
  problemAged: 'Este expediente ya no puede renovarse.',
  problemAgedRemedy:
    'Sus sellos de tiempo han caducado. Si el relé aún tiene el envío, guarde de nuevo su prueba desde allí.',
  problemTimestamp: 'No se obtuvo ningún sello de tiempo.',
  problemTimestampRemedy:
    'Inténtelo más tarde. Un sello solo cuenta si su autoridad depende de una raíz de sellado de su lista de confianza.',
}
