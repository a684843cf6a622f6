import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What has the focus: its name, its step of a walk, where it stands, and whether it is seen to have it. */
export function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? ''
    // A choice shows its focus on the card around it.
    const shown = [element, element.closest('label')].filter((one) => one !== null)
    const visible = shown.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
    })
    const { top, bottom } = element.getBoundingClientRect()
    return {
      name: `${label} ${element.textContent ?? ''}`.trim(),
      step: element.dataset.step ?? null,
      nowhere: element === document.body,
      ...{ visible, top: top + scrollY, bottom: bottom + scrollY },
    }
  })
}

/** Steps on with Tab until something with this name has the focus; what has it must be seen to have it. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const held = await focused(page)
    if (held.nowhere) continue
    expect([held.name.slice(0, 40), held.visible]).toEqual([held.name.slice(0, 40), true])
    if (typeof name === 'string' ? held.name.includes(name) : name.test(held.name)) return
  }
  throw new Error(`nothing called ${name} can be reached with Tab`)
}
