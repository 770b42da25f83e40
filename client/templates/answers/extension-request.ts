import type { Template } from '../format.js'
import { reasons } from '../fields/answer-fields.js'

export const extensionRequest: Template = {
  id: 'extension-request',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Request to extend a period',
    fr: 'Demande de prolongation',
    es: 'Solicitud de prórroga',
    ar: 'طلب تمديد',
    ru: 'Просьба о продлении',
    zh: '请求延期',
  },
  about: {
    en: 'Asks that a period, such as that of a preservation, be extended before it lapses.',
    fr: 'Demande qu’un délai, tel celui d’une conservation, soit prolongé avant son expiration.',
    es: 'Pide que un plazo, como el de una conservación, se prorrogue antes de su vencimiento.',
    ar: 'يطلب تمديد مدة، كمدة الحفظ، قبل انقضائها.',
    ru: 'Просит продлить срок, например обеспечения сохранности, до его истечения.',
    zh: '请求在期限（如保全期限）届满前予以延长。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Extension',
        fr: 'Prolongation',
        es: 'Prórroga',
        ar: 'التمديد',
        ru: 'Продление',
        zh: '延期',
      },
      fields: [
        {
          name: 'subject',
          type: 'choice',
          label: {
            en: 'What is to be extended',
            fr: 'Objet de la prolongation',
            es: 'Qué se prorroga',
            ar: 'موضوع التمديد',
            ru: 'Что продлевается',
            zh: '延期事项',
          },
          width: 'half',
          options: [
            {
              value: 'preservation',
              label: {
                en: 'Preservation of data',
                fr: 'Conservation de données',
                es: 'Conservación de datos',
                ar: 'حفظ البيانات',
                ru: 'Сохранность данных',
                zh: '数据保全',
              },
            },
            {
              value: 'provisional-arrest',
              label: {
                en: 'Provisional arrest',
                fr: 'Arrestation provisoire',
                es: 'Detención provisional',
                ar: 'التوقيف المؤقت',
                ru: 'Временный арест',
                zh: '临时逮捕',
              },
            },
            {
              value: 'freezing',
              label: {
                en: 'Freezing',
                fr: 'Gel',
                es: 'Embargo preventivo',
                ar: 'التجميد',
                ru: 'Замораживание',
                zh: '冻结',
              },
            },
            {
              value: 'reply',
              label: {
                en: 'Time for a reply',
                fr: 'Délai de réponse',
                es: 'Plazo de respuesta',
                ar: 'مهلة الرد',
                ru: 'Срок ответа',
                zh: '答复期限',
              },
            },
            {
              value: 'execution',
              label: {
                en: 'Time for execution',
                fr: 'Délai d’exécution',
                es: 'Plazo de cumplimiento',
                ar: 'مهلة التنفيذ',
                ru: 'Срок исполнения',
                zh: '执行期限',
              },
            },
          ],
        },
        {
          name: 'current',
          type: 'date',
          label: {
            en: 'Ends now on',
            fr: 'Expire actuellement le',
            es: 'Vence actualmente el',
            ar: 'تنقضي حاليا في',
            ru: 'Истекает сейчас',
            zh: '现届满日期',
          },
          width: 'half',
        },
        {
          name: 'until',
          type: 'date',
          label: {
            en: 'To be extended until',
            fr: 'À prolonger jusqu’au',
            es: 'Prorrogar hasta',
            ar: 'يُطلب التمديد حتى',
            ru: 'Продлить до',
            zh: '请求延至',
          },
          width: 'half',
        },
        reasons,
        {
          name: 'followUp',
          type: 'flag',
          label: {
            en: 'A request for the data will follow',
            fr: 'Une demande portant sur les données suivra',
            es: 'Seguirá una solicitud sobre los datos',
            ar: 'سيعقب ذلك طلب بشأن البيانات',
            ru: 'Последует просьба о предоставлении данных',
            zh: '随后将提出关于该数据的请求',
          },
          when: { path: 'subject', is: 'preservation' },
        },
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'subject', severity: 'must' },
    { rule: 'required', path: 'until', severity: 'must' },
    { rule: 'required', path: 'reasons', severity: 'must' },
    {
      rule: 'affirmed',
      path: 'followUp',
      severity: 'must',
      source: { instrument: 'budapest', article: '29 (7)' },
      when: { path: 'subject', is: 'preservation' },
    },
    { rule: 'required', path: 'current', severity: 'should' },
    { rule: 'order', path: 'current', notAfter: 'until', severity: 'must' },
    { rule: 'ahead', path: 'until', severity: 'must' },
  ],
}
