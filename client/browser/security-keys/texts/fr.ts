import type { Translated } from '../../languages/translated.js'
import type { securityKeys as english } from './en.js'

export const securityKeys: Translated<typeof english> = {
  title: 'Clé de sécurité',
  meaning:
    'Lié à une clé de sécurité, ce que ce navigateur conserve ne s’ouvre qu’avec votre phrase secrète et cette clé ensemble. Qui le copie et connaît votre phrase secrète ne l’ouvre pas sans la clé. Une page rechargée redemande les deux.',
  needs:
    'Il faut une clé FIDO2 avec code PIN ou empreinte digitale. Ce qui se copie d’un appareil à l’autre, comme la clé d’accès d’un compte, est refusé.',
  fileRemains:
    'Votre fichier de trousseau, ailleurs, s’ouvre toujours avec la seule phrase secrète : c’est le moyen de revenir quand toutes les clés de sécurité sont perdues. Gardez-le hors ligne, et pas sur cet ordinateur.',
  boundTo: 'Lié à',
  name: 'Nom de la clé de sécurité',
  nameHint: 'Celui que vous lui donnez, 64 caractères au plus',
  needName: 'Saisissez un nom sans caractères de contrôle',
  mainName: 'Clé principale',
  spareName: 'Clé de réserve',
  bind: 'Lier à une clé de sécurité',
  another: 'Lier une autre clé de sécurité',
  askingFirst:
    'Suivez ce que demande le navigateur. Il demande la clé de sécurité deux fois : pour la lier, puis pour vérifier qu’elle ouvre.',
  askingAnother:
    'Suivez ce que demande le navigateur. Il demande une clé déjà liée, puis deux fois celle qui doit l’être.',
  bound: 'Lié à {{name}}. Désormais, la phrase secrète n’ouvre rien ici sans une clé liée.',
  boundSpare:
    'Liez-en une seconde et gardez-la ailleurs : qui perd sa seule clé a besoin du fichier de trousseau.',
  remove: 'Retirer {{name}}',
  removeSure: 'Retirer {{name}} ? Toute clé liée que vous avez sous la main le confirme.',
  removeLastSure:
    'Retirer {{name}} ? C’est la seule : ensuite, la phrase secrète seule ouvre ce que ce navigateur conserve.',
  removed: '{{name}} n’ouvre plus rien ici.',
  removedCopies:
    'Les copies des données de ce navigateur faites auparavant s’ouvrent toujours avec elle et la phrase secrète : si elle a été volée, faites révoquer votre propre clé.',
  unbound: '{{name}} est retirée. La phrase secrète seule ouvre de nouveau vos clés ici.',
  more: 'Clés de sécurité',
  passphraseRebinds:
    'Ayez sous la main une clé de sécurité liée. Elle le reste sous la nouvelle phrase secrète ; les autres doivent être liées à nouveau.',
  otherKeys:
    'La clé de sécurité que vous avez utilisée reste liée. Aucune autre ne l’est plus : liez-les à nouveau.',
  claimMeaning:
    'Si votre autorité exige une clé de sécurité à l’ouverture de session, enregistrez ce fichier et remettez-le à votre administration. Il dit que la clé est la vôtre ; il ne contient aucun secret.',
  saveClaim: 'Enregistrer pour l’administration',
  demandTitle: 'Clés de sécurité à l’ouverture de session',
  demandNone:
    'Aucune n’est exigée : {{name}} ouvre une session avec le trousseau et sa phrase secrète.',
  demandMeaning:
    '{{name}} doit ouvrir une session avec l’une d’elles, dans le client web. La ligne de commande n’en accepte aucune.',
  demandFile: 'Clé de sécurité de l’agent',
  demandFileHint:
    'Le fichier officer.security-key, que l’agent a enregistré après avoir lié la clé dans ce client web. Recevez-le de lui en personne. Enregistrez-en deux : l’une peut se perdre.',
  demand: 'Exiger cette clé',
  demanded:
    'La clé de sécurité de {{name}} est enregistrée. Les sessions ouvertes sans clé prennent fin.',
  withdraw: 'Retirer {{key}}',
  withdrawSure:
    'Retirer cette clé de sécurité ? Elle n’ouvre plus de session, et celles qu’elle a ouvertes prennent fin.',
  withdrawLastSure:
    'Retirer cette clé de sécurité ? C’est la dernière : ensuite, {{name}} ouvre une session avec la seule phrase secrète.',
  withdrawn: 'La clé de sécurité est retirée.',
}
