import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'Se usa la lista de confianza que trajo con sus claves.',
  against: 'Segundo expediente, para contrastarlo con el primero (opcional)',
  againstHint:
    'Por ejemplo, el de la otra parte: qué prueban ambos, qué prueba solo uno y dónde no pueden ser ciertos los dos.',
  comparison: 'Contraste de los dos expedientes',
  firstBundle: 'Primer expediente',
  secondBundle: 'Segundo expediente',
  outcome_agree: 'Concuerdan: los dos expedientes prueban lo mismo.',
  outcome_differ: 'Difieren: los expedientes no se contradicen, pero no prueban todo lo mismo.',
  outcome_contradict: 'Contradicción: no puede ser cierto todo lo que dicen los dos expedientes.',
  compared: 'Qué se compara',
  shownBy: 'Lo muestra',
  shown_both: 'ambos',
  shown_first: 'solo el primero',
  shown_second: 'solo el segundo',
  shown_unshown: 'no se muestra',
  shown_contradiction: 'contradicción',
  signedBoth: 'Las dos versiones están firmadas por {{name}}',
  onlyClaimed: '{{fact}} (afirmado, no probado)',
  'finding_bundle-false': 'Un expediente se contradice a sí mismo, diga lo que diga el otro.',
  'finding_package-differs':
    'Tratan de envíos distintos: solo se pueden comparar sus inscripciones en el directorio y sus registros.',
  'finding_headers-differ': 'Hay dos encabezados distintos para un mismo envío.',
  'finding_evidence-agrees': 'Ambos contienen el mismo historial del relé.',
  'finding_evidence-longer': 'Uno contiene el historial del otro y lo que vino después.',
  'finding_relays-differ': 'Contienen pruebas de relés distintos.',
  'finding_evidence-forked': 'El relé firmó dos historiales de un mismo envío.',
  'finding_entries-forked':
    'Contienen dos historiales de la inscripción de una misma autoridad en el directorio: a cada parte se le mostró uno distinto.',
  'finding_receipts-differ': 'El destinatario firmó dos acuses de recibo de un mismo envío.',
  'finding_absence-false':
    'Uno muestra en el registro lo que el relé firmó, en el otro, que no estaba allí.',
  'finding_receipt-later':
    'Un acuse de recibo que uno declara ausente llegó después, como muestra el otro: no es una contradicción.',
  'finding_manifests-differ':
    'Hablan de manifiestos distintos; el encabezado compromete uno a lo sumo.',
  'finding_log-joined': 'Se muestra que sus puntos de control son de un mismo registro.',
  'finding_log-unjoined': 'Ninguno muestra que el árbol mayor del registro empiece con el menor.',
  'finding_logs-differ': 'Son de registros distintos, aunque lleven un mismo nombre.',
  'finding_split-view': 'El registro mostró a cada uno un historial distinto.',
  offlineCopy: 'La misma página como un solo archivo, para un tribunal: sin red y sin cuenta.',
  offlineLink: 'Guardar la página de verificación',
  certificate: 'Guardar el certificado (PDF)',
  makingCertificate: 'Componiendo el certificado…',
  certificateMeaning:
    'El certificado de transmisión y recepción en el idioma de esta página, con el paquete de prueba dentro. Se hace en este ordenador, y se firma si trae la identidad de su autoridad.',
  sign: 'Firmarlo en nombre de su autoridad',
  identity: 'Identidad de la autoridad',
  identityHint:
    'El fichero identity.p12 de la carpeta de su autoridad. Se usa para este certificado y no se guarda en este navegador.',
  identityPassphrase: 'Frase de paso de la identidad',
  signedSaved: 'Guardado y firmado: {{name}}',
  certificateSaved: 'Guardado: {{name}}',
  toAgeing: 'Qué expedientes envejecen, y cómo renovarlos',
  toProof: 'Comprobar un solo expediente',
  translationCertificate: 'Guardar el certificado de las traducciones (PDF)',
  translationCertificateMeaning:
    'El certificado de las traducciones tiene una página para cada una: en la lengua del original y en la de la traducción, lado a lado.',
}
