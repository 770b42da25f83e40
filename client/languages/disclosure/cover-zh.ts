import type { CoverTexts } from './cover-texts.js'

export const coverZh: CoverTexts = {
  title: '向辩方披露的材料',
  subtitle: '案件 {case}。由 {authority} 的 {officer} 于 {at}（UTC，本机时钟）制作',
  about:
    '本文件夹包含该机关在本案中通过网络发送和接收的内容，但下文列为不予披露或缺失的除外。每个数据包各有一个文件夹，内含其证明、证书、表单和文件。',
  exchanged: '发送和接收的内容',
  columns: ['编号', '提交时间（中继时钟，UTC）', '发送方与接收方', '行为', '内容'],
  content: {
    disclosed: '已披露',
    'in-part': '部分披露',
    withheld: '不予披露',
    deleted: '已在中继删除',
  },
  signedBy: '签署人：{name}',
  notDisclosed: '未披露',
  withheld: '不予披露的内容',
  withheldPackage: '编号 {number}：全部内容。理由：{reason}',
  withheldForm: '编号 {number}：表单。理由：{reason}',
  withheldDocument:
    '编号 {number}，第 {position} 份文件（密文 {octets} 字节，承诺值 {commitment}）。理由：{reason}',
  redacted:
    '代之以：{path}。其为该文件的遮盖版本，仅为 {officer} 的陈述；证明显示，具有此承诺值的文件确已发送。',
  nothing: '无。',
  absent: '缺失的内容',
  shut: '数据包 {package}：该机关已拒收或任其过期，中继不再提供。',
  notHeld: '数据包 {package}：本材料中有数据包是对它的答复，但它不在该机关的邮箱中。',
  marks: '处理标记',
  marked: '编号 {number}：{marks}',
  despite: '编号 {number} 虽有标记仍予披露。理由：{reason}',
  check: '如何核验',
  checks: [
    '请从您信任的机关取得信任列表，而非从交给您本文件夹的人处取得。',
    '在浏览器中打开 rogatory-verifier.html，提供信任列表、数据包的证明及其文件。任何内容都不会离开您的计算机。',
    '或核验整个文件夹：rogatory verify 文件夹 --trust trust.json。它会指出每一个被改动、缺失或多余的文件。',
    'sha256sum -c SHA256SUMS 可发现途中损坏的文件。',
  ],
  limits: '本材料不能证明的事项',
  limitations: [
    '不存在其他数据包。若没有任何已披露的数据包答复某数据包，该数据包被遗漏可能无从察觉。',
    '由谁决定不予披露：索引和本页均未签名。名称、理由和遮盖版本仅为交给您本文件夹的人的陈述。',
    '部分披露的数据包，其表单也仅为该陈述：只有完整披露的数据包才能证明其表单。',
    '文件所述内容属实。',
  ],
}
