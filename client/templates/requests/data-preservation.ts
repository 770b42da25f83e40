import type { Template } from '../format.js'
import { custodian } from '../fields/custodian.js'
import { dataSought } from '../fields/data-sought.js'
import { facts } from '../fields/facts.js'
import { contactPoint, languages, relatedRequests } from '../fields/formalities.js'
import { legalBasis } from '../fields/legal-basis.js'
import { offences } from '../fields/offences.js'
import { conductingAuthority, reference } from '../fields/proceeding.js'
import { urgency } from '../fields/urgency.js'
import { dataPreservationRules } from '../rules/data-preservation.js'
import { sectionTitles } from '../section-titles.js'

export const dataPreservation: Template = {
  id: 'data-preservation',
  version: 1,
  kind: 'request',
  title: {
    en: 'Request for preservation of computer data',
    fr: 'Demande de conservation de données informatiques',
    es: 'Solicitud de conservación de datos informáticos',
    ar: 'طلب حفظ بيانات حاسوبية',
    ru: 'Просьба об обеспечении сохранности компьютерных данных',
    zh: '计算机数据保全请求书',
  },
  about: {
    en: 'Has stored data kept unchanged until a request for them follows.',
    fr: 'Fait conserver intactes des données stockées jusqu’à la demande qui suivra.',
    es: 'Hace que se conserven sin alteración datos almacenados hasta que siga una solicitud.',
    ar: 'يكفل حفظ بيانات مخزنة دون تغيير إلى حين تقديم طلب بشأنها.',
    ru: 'Обеспечивает сохранность данных без изменений до последующей просьбы.',
    zh: '在后续请求提出前，使存储的数据保持不变。',
  },
  sections: [
    {
      id: 'main',
      title: sectionTitles.request,
      fields: [legalBasis, reference, conductingAuthority, offences, facts],
    },
    {
      id: 'data',
      title: { en: 'Data', fr: 'Données', es: 'Datos', ar: 'البيانات', ru: 'Данные', zh: '数据' },
      fields: [
        dataSought,
        custodian,
        {
          name: 'necessity',
          type: 'lines',
          label: {
            en: 'Necessity of the preservation',
            fr: 'Nécessité de la conservation',
            es: 'Necesidad de la conservación',
            ar: 'ضرورة الحفظ',
            ru: 'Необходимость обеспечения сохранности',
            zh: '保全的必要性',
          },
          max: 4000,
        },
      ],
    },
    {
      id: 'terms',
      title: {
        en: 'Terms',
        fr: 'Modalités',
        es: 'Condiciones',
        ar: 'الشروط',
        ru: 'Условия',
        zh: '条件',
      },
      fields: [
        {
          name: 'until',
          type: 'date',
          label: {
            en: 'Preserve until',
            fr: 'À conserver jusqu’au',
            es: 'Conservar hasta',
            ar: 'يُحفظ حتى',
            ru: 'Сохранять до',
            zh: '保全至',
          },
          help: {
            en: 'At least 60 days, so that a request can follow.',
            fr: 'Soixante jours au moins, afin qu’une demande puisse suivre.',
            es: 'Al menos 60 días, para que pueda seguir una solicitud.',
            ar: 'ستون يوما على الأقل ليتسنى تقديم طلب لاحق.',
            ru: 'Не менее 60 дней, чтобы могла последовать просьба.',
            zh: '至少60天，以便随后提出请求。',
          },
          width: 'half',
        },
        {
          name: 'nonDisclosure',
          type: 'flag',
          label: {
            en: 'The custodian is not to tell the subscriber',
            fr: 'Le détenteur ne doit pas informer l’abonné',
            es: 'El custodio no debe informar al abonado',
            ar: 'يمتنع الحائز عن إبلاغ المشترك',
            ru: 'Держатель не должен уведомлять абонента',
            zh: '保管方不得告知用户',
          },
          width: 'half',
        },
        {
          name: 'intentToRequest',
          type: 'flag',
          label: {
            en: 'We intend to submit a request for search, seizure or disclosure of these data',
            fr: 'Nous entendons présenter une demande de perquisition, de saisie ou de divulgation de ces données',
            es: 'Tenemos intención de presentar una solicitud de registro, incautación o revelación de estos datos',
            ar: 'نعتزم تقديم طلب لتفتيش هذه البيانات أو ضبطها أو الكشف عنها',
            ru: 'Мы намерены направить просьбу об обыске, выемке или раскрытии этих данных',
            zh: '我方拟就上述数据提出搜查、扣押或披露请求',
          },
        },
        {
          name: 'extensionOf',
          type: 'text',
          label: {
            en: 'Extends the preservation',
            fr: 'Prolonge la conservation',
            es: 'Prorroga la conservación',
            ar: 'تمديد للحفظ',
            ru: 'Продлевает сохранность',
            zh: '延续此前的保全',
          },
          width: 'half',
          max: 200,
        },
      ],
    },
    {
      id: 'formalities',
      title: sectionTitles.languagesAndContact,
      fields: [urgency, languages, contactPoint, relatedRequests],
    },
  ],
  rules: dataPreservationRules,
}
