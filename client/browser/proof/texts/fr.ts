import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'La liste de confiance que vous avez apportée avec vos clés est utilisée.',
  against: 'Second dossier, à confronter au premier (facultatif)',
  againstHint:
    'Par exemple celui de l’autre partie : ce que tous deux prouvent, ce qu’un seul prouve, et ce qui ne peut être vrai des deux côtés.',
  comparison: 'Confrontation des deux dossiers',
  firstBundle: 'Premier dossier',
  secondBundle: 'Second dossier',
  outcome_agree: 'Ils concordent : les deux dossiers prouvent la même chose.',
  outcome_differ:
    'Ils diffèrent : les dossiers ne se contredisent pas, mais ne prouvent pas tous deux la même chose.',
  outcome_contradict: 'Contradiction : tout ce que disent les deux dossiers ne peut pas être vrai.',
  compared: 'Ce qui est comparé',
  shownBy: 'Montré par',
  shown_both: 'les deux',
  shown_first: 'le premier seulement',
  shown_second: 'le second seulement',
  shown_unshown: 'non montré',
  shown_contradiction: 'contradiction',
  signedBoth: 'Les deux versions sont signées par {{name}}',
  onlyClaimed: '{{fact}} (affirmé, non prouvé)',
  'finding_bundle-false': 'Un dossier est contredit par lui-même, quoi que dise l’autre.',
  'finding_package-differs':
    'Ils portent sur des envois différents : seuls leurs journaux et leurs inscriptions à l’annuaire peuvent être comparés.',
  'finding_headers-differ': 'Il existe deux en-têtes différents pour un même envoi.',
  'finding_evidence-agrees': 'Tous deux contiennent le même historique du relais.',
  'finding_evidence-longer': 'L’un contient l’historique de l’autre, et ce qui a suivi.',
  'finding_relays-differ': 'Ils contiennent les éléments de preuve de relais différents.',
  'finding_evidence-forked': 'Le relais a signé deux historiques d’un même envoi.',
  'finding_entries-forked':
    'Ils contiennent deux historiques de l’inscription d’une même autorité à l’annuaire : à chaque partie, un autre a été montré.',
  'finding_receipts-differ':
    'Le destinataire a signé deux accusés de réception pour un même envoi.',
  'finding_absence-false':
    'L’un montre au journal ce dont le relais a signé, dans l’autre, que cela n’y était pas.',
  'finding_receipt-later':
    'Un accusé de réception que l’un déclare absent est arrivé plus tard, comme le montre l’autre : ce n’est pas une contradiction.',
  'finding_manifests-differ':
    'Ils font état de manifestes différents ; l’en-tête n’en engage qu’un au plus.',
  'finding_log-joined': 'Il est montré que leurs points de contrôle sont d’un même journal.',
  'finding_log-unjoined':
    'Aucun ne montre que le plus grand arbre du journal commence par le plus petit.',
  'finding_logs-differ': 'Ils proviennent de journaux différents, fût-ce sous un même nom.',
  'finding_split-view': 'Le journal a montré à chacun un historique différent.',
  offlineCopy: 'La même page en un seul fichier, pour un tribunal : sans réseau et sans compte.',
  offlineLink: 'Enregistrer la page de vérification',
  certificate: 'Enregistrer le certificat (PDF)',
  makingCertificate: 'Composition du certificat…',
  certificateMeaning:
    'Le certificat de transmission et de réception dans la langue de cette page, le dossier de preuve à l’intérieur. Il est fait sur cet ordinateur, et signé si vous apportez l’identité de votre autorité.',
  sign: 'Le signer au nom de votre autorité',
  identity: 'Identité de l’autorité',
  identityHint:
    'Le fichier identity.p12 du dossier de votre autorité. Il sert à ce certificat et n’est conservé nulle part dans ce navigateur.',
  identityPassphrase: 'Phrase secrète de l’identité',
  signedSaved: 'Enregistré et signé : {{name}}',
  certificateSaved: 'Enregistré : {{name}}',
  toAgeing: 'Quels dossiers vieillissent, et leur renouvellement',
  toProof: 'Vérifier un seul dossier',
  translationCertificate: 'Enregistrer le certificat des traductions (PDF)',
  translationCertificateMeaning:
    'Le certificat des traductions a une page pour chacune : dans la langue de l’original et dans celle de la traduction, côte à côte.',
}
