import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'Используется список доверия, который вы принесли с ключами.',
  offlineCopy: 'Та же страница одним файлом, для суда: без сети и без учётной записи.',
  offlineLink: 'Сохранить страницу проверки',
  certificate: 'Сохранить свидетельство (PDF)',
  makingCertificate: 'Составление свидетельства…',
  certificateMeaning:
    'Свидетельство о передаче и получении на языке этой страницы, с пакетом доказательств внутри. Оно составляется на этом компьютере и подписывается, если вы внесёте удостоверение вашего органа.',
  sign: 'Подписать от имени вашего органа',
  identity: 'Удостоверение органа',
  identityHint:
    'Файл identity.p12 из папки вашего органа. Он используется для этого свидетельства и нигде в этом браузере не сохраняется.',
  identityPassphrase: 'Пароль удостоверения',
  signedSaved: 'Сохранено с подписью: {{name}}',
  certificateSaved: 'Сохранено: {{name}}',
}
