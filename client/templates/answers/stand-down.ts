import type { Template } from '../format.js'
import { reasons } from '../fields/answer-fields.js'

export const standDown: Template = {
  id: 'stand-down',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Stand-down',
    fr: 'Fin d’alerte',
    es: 'Fin de la alerta',
    ar: 'إنهاء حالة الاستنفار',
    ru: 'Отбой тревоги',
    zh: '解除紧急状态',
  },
  about: {
    en: 'The emergency is over, or was none.',
    fr: 'L’urgence a cessé ou n’existait pas.',
    es: 'La emergencia ha terminado o no existía.',
    ar: 'انتهت حالة الطوارئ أو لم تكن قائمة.',
    ru: 'Чрезвычайная ситуация закончилась или её не было.',
    zh: '紧急情况已结束或并不存在。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Stand-down',
        fr: 'Fin d’alerte',
        es: 'Fin de la alerta',
        ar: 'إنهاء الاستنفار',
        ru: 'Отбой',
        zh: '解除',
      },
      fields: [
        {
          name: 'moment',
          type: 'moment',
          label: {
            en: 'As of',
            fr: 'À compter du',
            es: 'A partir de',
            ar: 'اعتبارا من',
            ru: 'С момента',
            zh: '自何时起',
          },
          width: 'half',
        },
        {
          name: 'outcome',
          type: 'choice',
          label: { en: 'Why', fr: 'Raison', es: 'Causa', ar: 'السبب', ru: 'Причина', zh: '原因' },
          width: 'half',
          options: [
            {
              value: 'resolved',
              label: {
                en: 'The danger is over',
                fr: 'Le danger est écarté',
                es: 'El peligro ha pasado',
                ar: 'زال الخطر',
                ru: 'Опасность миновала',
                zh: '危险已消除',
              },
            },
            {
              value: 'false-alarm',
              label: {
                en: 'False alarm',
                fr: 'Fausse alerte',
                es: 'Falsa alarma',
                ar: 'إنذار كاذب',
                ru: 'Ложная тревога',
                zh: '误报',
              },
            },
            {
              value: 'superseded',
              label: {
                en: 'Replaced by another request',
                fr: 'Remplacée par une autre demande',
                es: 'Sustituida por otra solicitud',
                ar: 'حل محله طلب آخر',
                ru: 'Заменена другой просьбой',
                zh: '已由另一请求取代',
              },
            },
          ],
        },
        {
          name: 'dataReceived',
          type: 'choice',
          label: {
            en: 'Data already received',
            fr: 'Données déjà reçues',
            es: 'Datos ya recibidos',
            ar: 'البيانات المستلمة',
            ru: 'Уже полученные данные',
            zh: '已收到的数据',
          },
          width: 'half',
          options: [
            {
              value: 'none',
              label: {
                en: 'None',
                fr: 'Aucune',
                es: 'Ninguno',
                ar: 'لا توجد',
                ru: 'Нет',
                zh: '无',
              },
            },
            {
              value: 'erased',
              label: {
                en: 'Erased',
                fr: 'Effacées',
                es: 'Suprimidos',
                ar: 'مُحيت',
                ru: 'Уничтожены',
                zh: '已删除',
              },
            },
            {
              value: 'kept',
              label: {
                en: 'Kept, for stated reasons',
                fr: 'Conservées, pour les motifs indiqués',
                es: 'Conservados por los motivos indicados',
                ar: 'محفوظة للأسباب المبينة',
                ru: 'Сохранены по указанным причинам',
                zh: '依所述理由保留',
              },
            },
          ],
        },
        reasons,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'moment', severity: 'must' },
    { rule: 'required', path: 'outcome', severity: 'must' },
    {
      rule: 'required',
      path: 'reasons',
      severity: 'must',
      when: {
        any: [
          { path: 'outcome', is: 'false-alarm' },
          { path: 'dataReceived', is: 'kept' },
        ],
      },
    },
    { rule: 'required', path: 'dataReceived', severity: 'should' },
  ],
}
