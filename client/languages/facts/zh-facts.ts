import type { Texts } from '../texts.js'

/** What each fact of a proof says, by its status. */
export const zhFacts: Texts['facts'] = {
  'relay-identified': {
    title: '中继的身份已确认',
    proved: '中继 {authority} 持有根“{rootSubject}”之下的证书。',
  },
  'sender-identified': {
    title: '发送方的身份已确认',
    proved: '发送机关 {authority} 持有根“{rootSubject}”之下的证书。',
  },
  'recipient-identified': {
    title: '接收方的身份已确认',
    proved: '机关 {authority} 持有根“{rootSubject}”之下的证书。',
  },
  'header-signed': {
    title: '发送方签署了请求包',
    proved: '{name} 代表 {authority} 签署了请求包。',
    claimed: '{name} 代表 {authority} 签署了请求包；未能表明其密钥当时有效。',
    unproved: '未能表明何人签署了请求包：证明包中缺少目录条目或资格凭证。',
  },
  'approvals-given': {
    title: '其他官员批准了请求包',
    proved: '批准人：{names}。',
    claimed: '批准人：{names}；未能表明其各自的密钥当时均有效。',
    contradicted: '批准人：{names}，但并非其全部密钥均有效。',
    unproved: '发送方的规则要求 {demanded} 份批准；证明包中有 {given} 份。',
  },
  'key-not-revoked': {
    title: '签署所用密钥未被撤销',
    proved:
      '没有任何对 {authority} 签署人密钥的撤销追溯至该时刻，证明包中也没有更新的目录条目届时已不再为其担保。',
    claimed: '未能表明 {authority} 签署人的密钥在签署时有效。',
    contradicted: '{authority} 签署人的密钥已被撤销，或该机关已不再为其担保。',
  },
  'evidence-chain-unbroken': {
    title: '中继的证据完整',
    proved: '{length} 份证据构成自提交起连续不断的历史。',
    unproved: '未能表明证明包中的 {length} 份证据构成连续不断的历史。',
  },
  'submission-accepted': {
    title: '中继接受了提交',
    proved: '中继 {issuer} 声明其接受了提交（{code}）。',
  },
  rejected: {
    title: '请求包被拒绝',
    proved: '中继 {issuer} 声明请求包被拒绝（{code}）。',
  },
  available: {
    title: '已可供接收方取用',
    proved: '中继 {issuer} 声明请求包已可供 {recipient} 取用（{code}）。',
  },
  notified: {
    title: '接收方已获通知',
    proved: '中继 {issuer} 声明 {recipient} 确认了请求包的通知（{code}）。',
  },
  'handed-over': {
    title: '已交付接收方',
    proved: '中继 {issuer} 声明请求包已完整交付 {recipient}（{code}）。',
  },
  undelivered: {
    title: '交付失败',
    proved: '中继 {issuer} 声明请求包未能交付 {recipient}（{code}）。',
  },
  expired: {
    title: '请求包已过期',
    proved: '中继 {issuer} 声明请求包在没有 {recipient} 回执的情况下过期（{code}）。',
  },
  'receipt-signed': {
    title: '接收方签署了回执',
    proved:
      '{name} 代表 {recipient} 签署了回执；{parts} 份文件中有 {partsVerified} 份已打开并核验。',
    claimed: '{name} 代表 {recipient} 签署了回执；未能表明签署时间及其密钥当时有效。',
    unproved: '没有显示 {recipient} 的回执。',
    contradicted: '证明包中的一份回执不是 {recipient} 的有效回执。',
  },
  'receipt-accepted': {
    title: '回执已送达中继',
    proved: '中继 {issuer} 声明 {recipient} 提交了接受请求包的回执（{code}）。',
  },
  'receipt-matches-header': {
    title: '回执针对所发送的内容',
    proved: '{recipient} 的回执针对的正是发送方所承诺的内容。',
    claimed: '{recipient} 的回执指明了本请求包；未能表明该回执针对的是发送方所承诺的内容。',
    contradicted: '{recipient} 的回执针对的不是发送方所承诺的内容。',
  },
  'manifest-matches-header': {
    title: '所披露的清单真实',
    proved: '所披露的清单正是发送方签署并承诺的清单。',
  },
  'part-disclosed': {
    title: '披露了请求包的一个部分',
    proved: '发送方承诺了部分“{name}”及其长度和摘要 {digest}。',
    unproved: '提到了部分“{name}”，但未能表明发送方签署了请求包。',
    contradicted: '关于部分“{name}”的说法不是发送方所承诺的内容。',
  },
  'document-matches': {
    title: '该文件曾在本请求包中发送',
    proved: '“{name}”即以“{sentAs}”之名发送的文件。',
    claimed: '一份回执以摘要指明了“{name}”；发送方的清单未披露。',
    unproved: '证明包未指明任何文件，因此“{name}”无从比对。',
    contradicted: '“{name}”不是本请求包中的任何文件。',
  },
  'custody-unbroken': {
    title: '已知待译文本由谁持有',
    proved: '就所显示的部分而言，中继关于移交的证据没有缺漏：文本曾交给{holders}。',
    unproved: '未显示文本由谁持有：缺少移交的证据、目录条目或凭证。',
    contradicted: '所显示的移交内容与其所称不符（{code}）。',
  },
  'translation-certified': {
    title: '译员已认证译文',
    proved: '{authority}的{name}（资质：{accreditation}）认证了由{from}译为{to}的译文。',
    claimed:
      '{authority}的{name}认证了由{from}译为{to}的译文；何时认证、当时是否应由其认证以及密钥是否有效，未完全显示。',
    unproved: '未显示由谁认证了由{from}译为{to}的译文。',
    contradicted: '文件中的声明并未认证由{from}译为{to}的译文。',
  },
  'translation-reviewed': {
    title: '译文已由第二人审校',
    proved: '{authority}的{name}审校了译文并为其负责。',
    claimed: '{authority}的{name}审校了译文；何时审校以及是否应由其审校，未完全显示。',
    contradicted: '{authority}的{name}关于译文的意见无效。',
  },
  'original-prevails': {
    title: '两文不一致时以原文为准',
    proved: '认证声明指明，两文不一致时以原文为准。',
    claimed: '以何文为准仅为译员所述（{instrument}）；文件中没有任何内容予以显示。',
  },
  'translation-source': {
    title: '所译为本请求包的文件',
    proved: '“{name}”是所译的文件。',
    claimed: '所译内容由回执或译员指明；发件方的清单未披露。',
    unproved: '没有任何内容显示所译为本请求包的文件。',
    contradicted: '所译内容不是本请求包的任何文件。',
  },
  'translation-target': {
    title: '该文件是经认证的译文',
    proved: '“{name}”是经认证的{to}译文。',
    claimed: '指明了一份经认证的{to}译文，但指明者不足以证明。',
  },
  'translation-superseded': {
    title: '译文已被收回',
    proved: '{authority}收回了译文，或已将其原文重新翻译（{ground}）。',
    claimed: '据称{authority}收回了译文，或已将其原文重新翻译；未完全显示。',
  },
  'checkpoint-signed': {
    title: '日志签署了检查点',
    proved: '日志 {origin} 签署了涵盖 {size} 个条目的检查点。',
    unproved: '证明包中没有可验证签名的检查点：日志当时可能尚未发布。',
  },
  'checkpoint-consistent': {
    title: '日志未被改写',
    proved: '日志后来有 {size} 个条目，且仍以相同的条目开头。',
    contradicted: '后来的检查点不是先前检查点的延续：日志已被改写。',
  },
  'checkpoint-witnessed': {
    title: '见证方联署了日志',
    proved: '{authorities} 的见证方看到了此处所示的日志；信任列表要求 {quorum} 个。',
    unproved: '联署日志的见证方少于信任列表所要求的 {quorum} 个。',
    contradicted: '日志向其见证方出示了另一段历史，或某一联署虚假。',
  },
  logged: {
    title: '各项声明已载入日志',
    proved: '全部 {statements} 份证据和回执均已载入日志。',
    unproved: '未能表明全部证据和回执均已载入有签署检查点的日志。',
  },
  'time-stamped': {
    title: '时间戳证明了日期',
    proved: '时间戳机构“{authority}”证明了日志的检查点。',
    unproved: '证明包中没有信任列表所列机构的时间戳。',
  },
  'time-stamps-renewed': {
    title: '时间戳已续期',
    proved: '时间戳每次都在有效期间续期。',
    claimed: '并非每个时间戳在续期时仍然有效。',
    contradicted: '时间戳的续期是虚假的。',
  },
  'absence-stated': {
    title: '中继声明当时没有回执',
    proved:
      '中继 {issuer} 签署声明：日志 {origin} 的前 {size} 个条目中没有 {recipient} 的回执。其中关于该接收方的其他证据：{evidence}。',
    unproved: '未显示缺失声明由谁签署，或其所指日志的密钥。',
    contradicted: '关于没有 {recipient} 的回执的声明并非其所声称的内容。',
  },
  'receipt-absent': {
    title: '日志中没有回执',
    proved: '日志的前 {size} 个条目中没有 {recipient} 的回执。',
    claimed:
      '日志的前 {size} 个条目中没有 {recipient} 的回执，这只是中继 {issuer} 的说法；证明包中没有任何内容与之相悖。',
    contradicted:
      '中继 {issuer} 签署声明日志的前 {size} 个条目中没有 {recipient} 的回执，但第 {index} 个条目与之相悖（{code}）。',
  },
  'clocks-agree': {
    title: '各时钟一致',
    proved: '声明、观察和证明的时间没有矛盾。',
    claimed: '各时钟之间的差距大于应有的程度。',
    contradicted: '中继所述的时间晚于已被证明存在的时间。',
  },
  'bundle-coherent': {
    title: '证明包完整一致',
    proved: '证明包中没有任何伪造、无法读取或属于其他事项的内容。',
    contradicted: '证明包中有 {flaws} 处不成立；第一处为：{where}（{why}）。',
  },
}
