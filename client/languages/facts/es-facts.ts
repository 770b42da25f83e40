import type { Texts } from '../texts.js'

/** What each fact of a proof says, by its status. */
export const esFacts: Texts['facts'] = {
  'relay-identified': {
    title: 'El repetidor está identificado',
    proved: 'El repetidor {authority} tiene un certificado bajo la raíz «{rootSubject}».',
  },
  'sender-identified': {
    title: 'El remitente está identificado',
    proved: 'La autoridad remitente {authority} tiene un certificado bajo la raíz «{rootSubject}».',
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
    claimed: 'Aprobado por {names}; no consta que cada una de sus claves fuera válida entonces.',
    contradicted: 'De {names}, que lo aprobaron, no todas las claves eran válidas.',
    unproved:
      'Las reglas del remitente exigen {demanded} aprobaciones; en el expediente hay {given}.',
  },
  'key-not-revoked': {
    title: 'La clave firmante no estaba revocada',
    proved:
      'Ninguna revocación de la clave del firmante de {authority} se remonta a ese momento, y ninguna inscripción posterior en el directorio incluida en el expediente había dejado entonces de avalarla.',
    claimed:
      'No consta que la clave del firmante de {authority} estuviera en regla en el momento de la firma.',
    contradicted:
      'La clave del firmante de {authority} había sido revocada, o la autoridad ya no la avalaba.',
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
    proved: 'El repetidor {issuer} hace constar que el envío no se entregó a {recipient} ({code}).',
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
      'El acuse de {recipient} nombra este envío; no consta que se refiera al contenido con el que se comprometió el remitente.',
    contradicted:
      'El acuse de {recipient} se refiere a un contenido distinto de aquel con el que se comprometió el remitente.',
  },
  'manifest-matches-header': {
    title: 'El manifiesto revelado es auténtico',
    proved: 'El manifiesto revelado es el que el remitente firmó y con el que se comprometió.',
  },
  'part-disclosed': {
    title: 'Se revela una parte del envío',
    proved: 'El remitente se comprometió con la parte «{name}», su longitud y su huella {digest}.',
    unproved: 'Se menciona una parte «{name}», pero no consta que el remitente firmara el envío.',
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
  'custody-unbroken': {
    title: 'Se sabe quién tuvo el texto que traducir',
    proved:
      'Las constancias del repetidor sobre la entrega, hasta donde se muestran, no tienen lagunas: el texto se entregó a {holders}.',
    unproved:
      'No se muestra quién tuvo el texto: falta una constancia, una entrada o una credencial de la entrega.',
    contradicted: 'Lo que se muestra de la entrega no es lo que dice ser ({code}).',
  },
  'translation-certified': {
    title: 'Un traductor certificó una traducción',
    proved:
      '{name}, de {authority} (acreditación: {accreditation}), certificó una traducción (lengua de origen: {from}; lengua de destino: {to}).',
    claimed:
      '{name}, de {authority}, certificó una traducción (lengua de origen: {from}; lengua de destino: {to}); no se muestra por entero cuándo, ni que entonces le correspondiera hacerlo, ni que la clave fuera válida.',
    unproved:
      'No se muestra quién certificó la traducción (lengua de origen: {from}; lengua de destino: {to}).',
    contradicted:
      'Una declaración del archivo no certifica ninguna traducción (lengua de origen: {from}; lengua de destino: {to}).',
  },
  'translation-reviewed': {
    title: 'Una segunda persona revisó la traducción',
    proved: '{name}, de {authority}, revisó la traducción y la respalda.',
    claimed:
      '{name}, de {authority}, revisó la traducción; no se muestra por entero cuándo ni que le correspondiera hacerlo.',
    contradicted: 'La palabra de {name}, de {authority}, sobre la traducción no cuenta.',
  },
  'original-prevails': {
    title: 'El original prevalece si los textos difieren',
    proved:
      'La declaración certificada dice que prevalece el original cuando los dos textos difieren.',
    claimed:
      'Qué texto prevalece es palabra del traductor ({instrument}); nada en el archivo lo muestra.',
  },
  'translation-source': {
    title: 'Se tradujo un documento de este paquete',
    proved: '«{name}» es el documento que se tradujo.',
    claimed:
      'Lo que se tradujo lo nombra un acuse o el traductor; el manifiesto del remitente no se ha revelado.',
    unproved: 'Nada muestra que se tradujera un documento de este paquete.',
    contradicted: 'Lo que se tradujo no es ningún documento de este paquete.',
  },
  'translation-target': {
    title: 'El documento es una traducción certificada',
    proved: '«{name}» es la traducción certificada ({to}).',
    claimed: 'Se nombra una traducción certificada ({to}), pero lo que la nombra no la prueba.',
  },
  'translation-superseded': {
    title: 'La traducción fue retirada',
    proved: '{authority} retiró la traducción o hizo traducir de nuevo su origen ({ground}).',
    claimed:
      '{authority} habría retirado la traducción o hecho traducir de nuevo su origen; no se muestra por entero.',
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
    claimed: 'Los relojes distan entre sí más de lo debido.',
    contradicted: 'El repetidor indica una hora posterior a aquella en que consta que ya existía.',
  },
  'bundle-coherent': {
    title: 'El expediente está íntegro',
    proved: 'Nada en el expediente está falsificado, es ilegible o es ajeno a este envío.',
    contradicted: '{flaws} piezas del expediente no se sostienen; la primera es: {where} ({why}).',
  },
}
