import { afterAll, beforeAll, expect, it } from 'vitest'
import { areaWords, hiddenFromAll, hiddenWords, roleTable } from '../../src/identity/index.ts'
import { roles } from '../../src/platform/actor.ts'
import { fitsWhenZoomed, freshPage, look, openSignedIn, type SignedIn } from '../harness/journey.ts'

let at: SignedIn
beforeAll(async () => {
  at = await openSignedIn()
}, 60_000)
afterAll(() => at?.stop())

it('anybody reads who sees what, in both languages, from the table that opens the pages', async () => {
  const page = await freshPage(at.browser)
  await page.goto(`${at.here.publicUrl}/harbor`)
  await page.getByRole('link', { name: 'What we can and cannot see' }).click()
  for (const lang of ['en', 'es'] as const) {
    const text = (await page.locator('main').textContent())!
    for (const hidden of hiddenFromAll) expect(text).toContain(hiddenWords[lang][hidden])
    for (const role of roles)
      for (const area of roleTable[role].sees) expect(text).toContain(areaWords[lang][area])
    await look(page, `what-we-see-${lang}`)
    await fitsWhenZoomed(page)
    if (lang === 'en') await page.getByRole('link', { name: 'Español' }).click()
  }
  expect(await page.context().cookies()).toEqual([])
}, 60_000)
