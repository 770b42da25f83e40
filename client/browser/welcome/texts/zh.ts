import type { Translated } from '../../languages/translated.js'
import type { welcome as english } from './en.js'

export const welcome: Translated<typeof english> = {
  title: '您的第一次往来',
  hide: '隐藏',
  done: '已完成',
  send: '以阿卡迪亚的 Alma Reyes 身份，向贝尔马拉发送一份请求：“{{fill}}”会替您写好。',
  fillExample: '填入示例',
  sendAction: '撰写',
  arrive: '在另一个窗口中看它到达贝尔马拉，无需重新加载。',
  openRequested: '在新窗口中打开 Yusuf Demir',
  openRequesting: '在新窗口中打开 Alma Reyes',
  open: '以贝尔马拉的 Yusuf Demir 身份打开它：一切均在浏览器中解密并核验。',
  openAction: '打开最新函件',
  acknowledge: '在那里签署回执。Alma 立即可见，并知其是否与所发内容完全一致。',
  prove: '回到 Alma，保存证明包，并将其拖入“核验证明”：无需账户。',
  proveAction: '打开函件',
}
