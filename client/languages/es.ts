import type { Texts } from './texts.js'

export const es: Texts = {
  facts: {
    'relay-identified': {
      title: 'El repetidor está identificado',
      proved: 'El repetidor {authority} tiene un certificado bajo la raíz «{rootSubject}».',
    },
    'sender-identified': {
      title: 'El remitente está identificado',
      proved:
        'La autoridad remitente {authority} tiene un certificado bajo la raíz «{rootSubject}».',
    },
    'recipient-identified': {
      title: 'El destinatario está identificado',
      proved: 'La autoridad {authority} tiene un certificado bajo la raíz «{rootSubject}».',
    },
    'header-signed': {
      title: 'El remitente firmó el envío',
      proved: '{name} firmó el envío en nombre de {authority}.',
      claimed:
        '{name} firmó el envío en nombre de {authority}; no consta que la clave estuviera entonces en regla.',
      unproved:
        'No consta quién firmó el envío: falta en el expediente una inscripción o una credencial.',
    },
    'approvals-given': {
      title: 'Otros funcionarios aprobaron el envío',
      proved: 'Aprobado por {names}.',
      unproved:
        'Las reglas del remitente exigen {demanded} aprobaciones; en el expediente hay {given}.',
    },
    'key-not-revoked': {
      title: 'La clave firmante no estaba revocada',
      proved:
        'Ninguna revocación de la clave del firmante de {authority} se remonta a ese momento.',
      claimed:
        'No consta que la clave del firmante de {authority} estuviera en regla en el momento de la firma.',
      contradicted: 'La clave del firmante de {authority} había sido revocada.',
    },
    'evidence-chain-unbroken': {
      title: 'Las constancias del repetidor están completas',
      proved: 'Las {length} constancias forman una historia ininterrumpida desde la presentación.',
      unproved:
        'No consta que las {length} constancias del expediente formen una historia ininterrumpida.',
    },
    'submission-accepted': {
      title: 'El repetidor aceptó la presentación',
      proved: 'El repetidor {issuer} hace constar que aceptó la presentación ({code}).',
    },
    rejected: {
      title: 'El envío fue rechazado',
      proved: 'El repetidor {issuer} hace constar que el envío fue rechazado ({code}).',
    },
    available: {
      title: 'Puesto a disposición del destinatario',
      proved:
        'El repetidor {issuer} hace constar que el envío se puso a disposición de {recipient} ({code}).',
    },
    notified: {
      title: 'El destinatario fue notificado',
      proved:
        'El repetidor {issuer} hace constar que {recipient} confirmó el aviso del envío ({code}).',
    },
    'handed-over': {
      title: 'Entregado al destinatario',
      proved:
        'El repetidor {issuer} hace constar que el envío se entregó íntegro a {recipient} ({code}).',
    },
    undelivered: {
      title: 'La entrega falló',
      proved:
        'El repetidor {issuer} hace constar que el envío no se entregó a {recipient} ({code}).',
    },
    expired: {
      title: 'El envío caducó',
      proved:
        'El repetidor {issuer} hace constar que el envío caducó sin acuse de recibo de {recipient} ({code}).',
    },
    'receipt-signed': {
      title: 'El destinatario firmó un acuse de recibo',
      proved:
        '{name} firmó un acuse de recibo en nombre de {recipient}; se abrieron y verificaron {partsVerified} de {parts} documentos.',
      claimed:
        '{name} firmó un acuse de recibo en nombre de {recipient}; no consta cuándo, ni que la clave estuviera entonces en regla.',
      unproved: 'No consta ningún acuse de recibo de {recipient}.',
      contradicted: 'Un acuse de recibo del expediente no es un acuse válido de {recipient}.',
    },
    'receipt-accepted': {
      title: 'El acuse de recibo llegó al repetidor',
      proved:
        'El repetidor {issuer} hace constar que {recipient} presentó un acuse de recibo que acepta el envío ({code}).',
    },
    'receipt-matches-header': {
      title: 'El acuse es de lo que se envió',
      proved:
        'El acuse de {recipient} se refiere al mismo contenido con el que se comprometió el remitente.',
      claimed:
        'El acuse de {recipient} nombra este envío; no se ha revelado lo que lo une al contenido.',
      contradicted:
        'El acuse de {recipient} se refiere a un contenido distinto de aquel con el que se comprometió el remitente.',
    },
    'manifest-matches-header': {
      title: 'El manifiesto revelado es auténtico',
      proved: 'El manifiesto revelado es el que el remitente firmó y con el que se comprometió.',
    },
    'part-disclosed': {
      title: 'Se revela una parte del envío',
      proved:
        'El remitente se comprometió con la parte «{name}», su longitud y su huella {digest}.',
      unproved: 'Se menciona una parte «{name}», pero no consta quién firmó el envío.',
      contradicted:
        'Lo que se dice de una parte «{name}» no es aquello con lo que se comprometió el remitente.',
    },
    'document-matches': {
      title: 'El documento se envió en este envío',
      proved: '«{name}» es el documento que se envió como «{sentAs}».',
      claimed:
        'Un acuse de recibo nombra «{name}» por su huella; el manifiesto del remitente no se ha revelado.',
      unproved:
        'Nada en el expediente nombra documentos, por lo que «{name}» no puede compararse con nada.',
      contradicted: '«{name}» no es ninguno de los documentos de este envío.',
    },
    'checkpoint-signed': {
      title: 'El registro firmó su punto de control',
      proved: 'El registro {origin} firmó un punto de control sobre {size} asientos.',
      unproved:
        'En el expediente no hay ningún punto de control cuya firma pueda verificarse: quizá el registro aún no había publicado.',
    },
    'checkpoint-consistent': {
      title: 'El registro no se ha reescrito',
      proved: 'El registro tuvo después {size} asientos y seguía comenzando por los mismos.',
      contradicted:
        'El punto de control posterior no continúa el anterior: el registro se ha reescrito.',
    },
    'checkpoint-witnessed': {
      title: 'Los testigos refrendaron el registro',
      proved:
        'Testigos de {authorities} vieron el registro tal como aquí se muestra; la lista de confianza exige {quorum}.',
      unproved:
        'Refrendaron el registro menos testigos que los {quorum} que exige la lista de confianza.',
      contradicted: 'El registro mostró a sus testigos otra historia, o un refrendo es falso.',
    },
    logged: {
      title: 'Las piezas figuran en el registro',
      proved: 'Las {statements} constancias y acuses de recibo figuran en el registro.',
      unproved:
        'No consta que todas las constancias y acuses figuren en el registro bajo un punto de control firmado.',
    },
    'time-stamped': {
      title: 'Un sello de tiempo da fe de la fecha',
      proved:
        'La autoridad de sellado de tiempo «{authority}» da fe del punto de control del registro.',
      unproved:
        'En el expediente no hay ningún sello de tiempo de una autoridad que nombre la lista de confianza.',
    },
    'time-stamps-renewed': {
      title: 'Los sellos de tiempo se renovaron',
      proved: 'Los sellos de tiempo se renovaron, cada vez mientras eran válidos.',
      claimed: 'Algún sello de tiempo ya no era válido cuando se renovó.',
      contradicted: 'Una renovación de los sellos de tiempo es falsa.',
    },
    'absence-stated': {
      title: 'El repetidor declara que no había acuse de recibo',
      proved:
        'El repetidor {issuer} firmó que ningún acuse de recibo de {recipient} está entre los primeros {size} asientos del registro {origin}. Otras pruebas sobre ese destinatario: {evidence}.',
      unproved:
        'No se muestra quién firmó una declaración de ausencia, o la clave del registro que nombra.',
      contradicted:
        'Una declaración de que no había acuse de recibo de {recipient} no es lo que dice ser.',
    },
    'receipt-absent': {
      title: 'Ningún acuse de recibo está en el registro',
      proved:
        'Ningún acuse de recibo de {recipient} está entre los primeros {size} asientos del registro.',
      claimed:
        'Que ningún acuse de recibo de {recipient} está entre los primeros {size} asientos del registro es la palabra del repetidor {issuer}; nada en el expediente la contradice.',
      contradicted:
        'El repetidor {issuer} firmó que ningún acuse de recibo de {recipient} está entre los primeros {size} asientos del registro, pero el asiento {index} lo contradice ({code}).',
    },
    'clocks-agree': {
      title: 'Los relojes concuerdan',
      proved: 'Lo declarado, lo observado y lo atestiguado concuerdan.',
      claimed:
        'El reloj de una persona va adelantado respecto del repetidor; uno de los dos está mal.',
      contradicted:
        'El repetidor indica una hora posterior a aquella en que consta que ya existía.',
    },
    'bundle-coherent': {
      title: 'El expediente está íntegro',
      proved: 'Nada en el expediente está falsificado, es ilegible o es ajeno a este envío.',
      contradicted:
        '{flaws} piezas del expediente no se sostienen; la primera es: {where} ({why}).',
    },
  },
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
    'rogatory-downgrade': 'Reclasificación para uso oficial',
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
      'Que alguien distinto del operador del repetidor dé fe de la hora: el sello de tiempo es de la autoridad del propio repetidor.',
    operatorStamp: 'Autoridad del propio repetidor: el reloj del operador',
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
