/** What an element is made of. Text stays text: nothing here reads markup. */
type Parts = readonly (Node | string | null)[]
type Given = Readonly<Record<string, string | boolean | ((event: Event) => void)>>

/** One element. A function is listened for, `true` is an attribute without a value, `false` is left out. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: Given = {},
  ...parts: Parts
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (value === true) made.setAttribute(key, '')
    else if (value !== false) made.setAttribute(key, value)
  }
  made.append(...parts.filter((part) => part !== null))
  return made
}

/** What is on the page now, and the first heading heard by whoever can't see it. */
export function show(root: HTMLElement, ...parts: Parts): void {
  root.replaceChildren(...parts.filter((part) => part !== null))
  const heading = root.querySelector<HTMLElement>('h1, h2')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
  root.scrollIntoView({ block: 'start' })
}

export function notice(tone: 'info' | 'amber' | 'ok' | 'bad', ...parts: Parts): HTMLElement {
  return el(
    'div',
    { class: `notice ${tone}`, role: tone === 'info' ? 'note' : 'status' },
    el('div', { class: 'stack' }, ...parts),
  )
}

export function button(label: string, press: () => void, look: 'primary' | 'plain' | 'quiet' = 'plain') {
  return el('button', { type: 'button', class: `btn ${look}`, click: press }, label)
}

export function phoneLink(number: string): HTMLElement {
  return el('a', { href: `tel:${number.replace(/[^\d+]/g, '')}` }, number)
}
