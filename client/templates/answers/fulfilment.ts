import type { Template } from '../format.js'
import { date } from '../fields/answer-fields.js'
import { registerEntries } from '../fields/register-entries.js'

export const fulfilment: Template = {
  id: 'fulfilment',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Fulfilment of obligations',
    fr: 'Exécution d’engagements',
    es: 'Cumplimiento de obligaciones',
    ar: 'الوفاء بالالتزامات',
    ru: 'Исполнение обязательств',
    zh: '义务履行',
  },
  about: {
    en: 'Reports that assurances or conditions were kept; by whoever they are owed to, confirms it.',
    fr: 'Fait savoir que des assurances ou conditions ont été respectées ; émanant du bénéficiaire, le confirme.',
    es: 'Comunica que se han cumplido garantías o condiciones; de quien es acreedor de ellas, lo confirma.',
    ar: 'يفيد بالوفاء بضمانات أو شروط؛ وإذا صدر عمن يستحقها فهو تأكيد للوفاء.',
    ru: 'Сообщает о соблюдении заверений или условий; исходя от того, перед кем они даны, подтверждает его.',
    zh: '告知保证或条件已获遵守；如由受益方发出，则为确认。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Fulfilment',
        fr: 'Exécution',
        es: 'Cumplimiento',
        ar: 'الوفاء',
        ru: 'Исполнение',
        zh: '履行',
      },
      fields: [
        registerEntries,
        date,
        {
          name: 'how',
          type: 'lines',
          label: {
            en: 'How they were fulfilled',
            fr: 'Modalités d’exécution',
            es: 'Modo de cumplimiento',
            ar: 'كيفية الوفاء',
            ru: 'Как они исполнены',
            zh: '履行方式',
          },
          max: 4000,
        },
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'entries', severity: 'must' },
    { rule: 'required', path: 'date', severity: 'must' },
    { rule: 'required', path: 'how', severity: 'should' },
  ],
}
