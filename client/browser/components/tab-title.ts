/** What the browser's tab is named by: the screen, and before it how much is urgent and new. */
const shown = { title: '', count: 0 }

/** @param title - of the screen. */
export function nameTab(title: string): void {
  shown.title = title
  write()
}

/** @param count - of new urgent packages, which somebody who looks at another tab sees, too. */
export function countInTab(count: number): void {
  shown.count = count
  write()
}

export const tabTitle = ({ title, count }: typeof shown): string =>
  `${count === 0 ? '' : `(${count}) `}${title === '' ? '' : `${title} · `}Rogatory`

function write(): void {
  document.title = tabTitle(shown)
}
