import { esFacts } from './facts/es-facts.js'
import type { Texts } from './texts.js'

export const es: Texts = {
  facts: esFacts,
  standings: {
    proved: {
      label: 'Probado',
      meaning: 'Se deduce de firmas amparadas por la lista de confianza.',
    },
    claimed: {
      label: 'Alegado',
      meaning: 'Alguien lo afirma; nada en el expediente lo demuestra.',
    },
    unproved: { label: 'No probado', meaning: 'Nada en el expediente lo demuestra.' },
    contradicted: {
      label: 'Contradicho',
      meaning: 'Algo en el expediente es falso o dice lo contrario.',
    },
  },
  doubts: {
    'relay-revoked':
      'El certificado del repetidor había sido revocado antes de que alguien distinto de su operador lo atestiguara: quien tuviera entonces su clave pudo antedatarlo.',
    'relay-ended':
      'El certificado del repetidor había caducado antes de que alguien distinto de su operador lo atestiguara: quien tuviera entonces su clave pudo antedatarlo.',
    'relay-superseded':
      'El repetidor ya había retirado de su inscripción en el directorio la clave que firmó esto: pudo hacerlo quien tenga esa clave.',
    'revoked-afterwards':
      'El certificado en que esto se basa fue declarado revocado desde antes de ese momento, pero su emisor no lo publicó hasta después.',
    'attested-late':
      'Nadie distinto del operador del repetidor lo atestiguó hasta días después de la última hora que indica el repetidor: ninguna autoridad de sellado de tiempo respondió durante ese tiempo, o las horas se antedataron.',
    'person-ahead':
      'El reloj de una persona va adelantado respecto del repetidor; uno de los dos está mal.',
  },
  clocks: {
    declared: { label: 'Declarado', meaning: 'por quien firmó: su propia palabra' },
    observed: { label: 'Observado', meaning: 'por el repetidor, en su propio reloj' },
    attested: {
      label: 'Atestiguado',
      meaning: 'por una autoridad de sellado de tiempo: no después de este momento',
    },
    witnessed: {
      label: 'Presenciado',
      meaning: 'por testigos del registro: no después de este momento',
    },
  },
  states: {
    submitted: 'Presentado',
    rejected: 'Rechazado por el repetidor',
    undelivered: 'No entregado',
    available: 'Puesto a disposición',
    notified: 'Notificado',
    'handed-over': 'Entregado',
    accepted: 'Recibido y aceptado',
    refused: 'Rechazado por el destinatario',
    expired: 'Caducado sin acuse de recibo',
  },
  verdicts: {
    proved: {
      label: 'Probado',
      meaning: 'Cada uno de estos hechos se deduce de firmas amparadas por la lista de confianza.',
    },
    incomplete: {
      label: 'Incompleto',
      meaning: 'Nada se contradice, pero no todo está probado. Se indica lo que no lo está.',
    },
    contradicted: {
      label: 'Contradicho',
      meaning: 'Al menos un hecho es falso. No se fíe de este expediente.',
    },
  },
  statements: {
    'rogatory-entry': 'Inscripción en el directorio',
    'rogatory-officer': 'Credencial de funcionario',
    'rogatory-security-key': 'Declaración de una llave de seguridad',
    'rogatory-manifest': 'Manifiesto',
    'rogatory-header': 'Encabezado del envío',
    'rogatory-approval': 'Aprobación',
    'rogatory-draft': 'Borrador',
    'rogatory-evidence': 'Constancia del repetidor',
    'rogatory-receipt': 'Acuse de recibo',
    'rogatory-absence': 'Declaración de ausencia',
    'rogatory-revocation': 'Revocación',
    'rogatory-suspension': 'Suspensión',
    'rogatory-invitation': 'Invitación',
    'rogatory-application': 'Solicitud de inscripción',
    'rogatory-decision': 'Decisión sobre una solicitud de inscripción',
    'rogatory-inquiry': 'Consulta del operador',
    'rogatory-clock': 'Solicitud de un plazo',
    'rogatory-roster': 'Cuadro de guardias',
    'rogatory-handoff': 'Encargo a un traductor',
    'rogatory-handoff-act': 'Acto relativo a un encargo',
    'rogatory-translation': 'Traducción certificada',
    'rogatory-duty': 'Acto de un funcionario de guardia',
    'rogatory-assignment': 'Asignación de un caso dentro de la autoridad',
    'rogatory-downgrade': 'Reclasificación para uso oficial',
    'rogatory-retention': 'Calendario de conservación',
    'rogatory-hold': 'Retención legal',
    'rogatory-resealing': 'Copia sellada de nuevo',
  },
  urgencies: { routine: 'Ordinario', urgent: 'Urgente', emergency: 'Emergencia' },
  certificateStatus: {
    good: 'no revocado, según una lista de revocación de la época',
    unknown: 'ninguna lista de revocación trata de ese momento',
  },
  labels: {
    sender: 'Remitente',
    recipient: 'Destinatario',
    relay: 'Repetidor',
    package: 'Número del envío',
    case: 'Número de asunto del servicio',
    urgency: 'Urgencia',
    documents: 'Documentos',
    signedBy: 'Firmado por',
    state: 'Estado',
    authority: 'Autoridad',
    officer: 'Funcionario',
    credential: 'Credencial',
    entry: 'Inscripción en el directorio',
    certificate: 'Certificado',
    root: 'Raíz de confianza',
    key: 'Clave',
    digest: 'SHA-256',
    kind: 'Clase',
    fact: 'Hecho',
    standing: 'Valor',
    moment: 'Momento (UTC)',
    event: 'Acontecimiento',
    log: 'Registro',
    logSize: 'Asientos del registro',
    checkpoint: 'Punto de control',
    timestamp: 'Sello de tiempo',
    serial: 'Número de serie',
    file: 'Archivo',
    octets: '{count} octetos',
    length: 'Longitud',
    statement: 'Pieza',
    reason: 'Motivo',
    none: 'Ninguno',
    notGiven: '—',
    unknownState: 'No resulta de las constancias',
  },
  certificate: {
    translationTitle: 'Certificado de traducción',
    translationSubtitle: 'Traducción certificada entre autoridades centrales',
    limitTranslation:
      'Que la traducción es exacta: solo quién la certificó, de qué texto, y que estos son esos mismos textos.',
    title: 'Certificado de transmisión y recepción',
    subtitle: 'Transmisión electrónica de una solicitud entre autoridades centrales',
    transmission: 'La transmisión',
    verdict: 'Resultado de la verificación: {verdict}',
    moments: 'Cuándo ocurrió, y según qué reloj',
    momentsMeaning:
      'Se distinguen cuatro relojes. Declarado: la palabra del firmante. Observado: el reloj del repetidor. Atestiguado: una autoridad de sellado de tiempo da fe de que ya había ocurrido entonces. Presenciado: dan fe los testigos del registro. Todas las horas son UTC.',
    whatIsProved: 'Lo que está probado',
    whatIsNotProved: 'Lo que no está probado',
    limitContent:
      'Que lo que dicen los documentos sea cierto: solo que estos documentos, octeto por octeto, se enviaron y se recibieron.',
    limitPerson:
      'Qué persona física tenía la clave de un funcionario: solo qué autoridad había acreditado a ese funcionario.',
    limitClocks:
      'Que las horas declaradas y observadas sean exactas: son la palabra del firmante y del repetidor. Las atestiguadas no lo son.',
    limitOperator:
      'Que alguien distinto del operador del repetidor dé fe de la hora: el sello de tiempo, o la renovación en que se apoya, es de la autoridad del propio repetidor.',
    operatorStamp: 'Se apoya en la autoridad del propio repetidor: el reloj del operador',
    limitAbsence:
      'Que no se hizo ningún acuse de recibo, o que el repetidor no retuvo ninguno: una declaración de ausencia habla del registro del repetidor hasta un punto de control, y los testigos no leen lo que hay en el registro.',
    limitTrust:
      'Que las raíces de la lista de confianza merezcan confianza: lo decide quien lee este certificado, por sus huellas.',
    annex: 'Anexo',
    annexFacts: 'Todos los hechos, y lo que los demuestra',
    annexKeys: 'La cadena de claves',
    annexKeysMeaning:
      'Cada firma lleva de la clave de un funcionario, por una credencial y la inscripción de la autoridad en el directorio, a un certificado, y de este a una raíz de la lista de confianza.',
    annexLog: 'Registro y sellos de tiempo',
    annexLogMeaning:
      'El registro solo puede crecer; su punto de control fija cada asiento. Un sello de tiempo sobre el punto de control da fe de que todos existían ya entonces.',
    annexStatements: 'Huellas de todas las piezas',
    annexStatementsMeaning:
      'SHA-256 de los octetos exactos de cada pieza firmada, en el orden del expediente.',
    annexDocuments: 'Documentos comparados',
    annexTrust: 'Lista de confianza',
    annexTrustMeaning:
      'La verificación se apoya solo en estas raíces. Compare sus huellas con las que los Estados han publicado.',
    howToVerify: 'Cómo verificarlo por cuenta propia',
    verifyOne:
      'Guarde el archivo adjunto {file} desde este PDF («Adjuntos» en el lector de PDF). Su SHA-256 debe ser el que aquí se imprime.',
    verifyTwo:
      'Obtenga la lista de confianza de una autoridad en la que confíe, no de quien le dio este certificado, y compare sus huellas.',
    verifyThree:
      'Abra desde el disco la página de verificación rogatory-verifier.html en cualquier navegador moderno, sin red, y suelte en ella el archivo, la lista de confianza y los documentos; o ejecute: rogatory verify {file} --trust trust.json',
    verifyFour:
      'Cualquiera puede escribir su propio verificador: los formatos están publicados en docs/protocol.md de Rogatory y se basan en JWS, X.509, RFC 3161 y RFC 9162.',
    attachment: 'Expediente de prueba adjunto',
    attachmentMeaning:
      'El expediente está incorporado en este PDF. Este certificado solo lo relata; lo que prueba es el expediente.',
    issued: 'Expedido el {at} (UTC), según el reloj de la máquina que hizo este certificado',
    signature: 'Firma de este certificado',
    signed:
      'Este PDF lleva una firma electrónica de {subject}. Responde del relato; la prueba descansa en el expediente.',
    unsigned:
      'Este PDF no está firmado. Nada depende de ello: la prueba descansa solo en el expediente adjunto.',
    page: 'Página {page} de {pages}',
  },
  page: {
    title: 'Verificar una prueba de transmisión y recepción',
    lead: 'Averigüe lo que prueba un expediente de prueba de Rogatory: quién envió qué a quién, cuándo y según qué reloj.',
    offline: 'Esta página funciona sin red. Nada de lo que elija aquí sale de este ordenador.',
    language: 'Idioma',
    chooseBundle: 'Expediente de prueba',
    chooseBundleHint: 'El archivo cuyo nombre termina en .rogatory-proof',
    chooseTrust: 'Lista de confianza',
    chooseTrustHint: 'El archivo trust.json, de una autoridad en la que confíe',
    chooseDocuments: 'Documentos (opcional)',
    chooseDocumentsHint: 'Los documentos que quiera comparar con lo que se envió',
    drop: 'También puede soltar aquí todos los archivos.',
    verify: 'Verificar',
    working: 'Verificando…',
    reading: 'Leyendo {file}: {percent} %',
    problem: 'Hay un problema',
    needBundle: 'Elija un expediente de prueba',
    needTrust: 'Elija una lista de confianza',
    notABundle: '«{file}» no es un expediente de prueba de Rogatory, o está dañado',
    notATrustList: '«{file}» no es una lista de confianza de Rogatory',
    tooLarge:
      '«{file}» es mayor de lo que puede ser un expediente de prueba o una lista de confianza',
    unreadable: '«{file}» no se puede leer',
    print: 'Imprimir este resultado',
    again: 'Verificar otro expediente',
    facts: 'Hechos',
    keys: 'Claves, registro y huellas',
    chosen: 'Elegido: {file}',
    skip: 'Ir al contenido principal',
    noScript: 'Esta página necesita JavaScript, que se ejecuta solo en este ordenador.',
  },
}
