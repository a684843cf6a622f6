import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gallery } from './gallery.testing.tsx'
import { bundled } from './stylesheet.server.ts'

const pages = await Promise.all(
  Object.entries(gallery).map(async ([name, page]) => [name, String(await page)] as const),
)
const html = Object.fromEntries(pages)

// For looking at: GALLERY=<folder> writes the pages with their stylesheets.
const folder = process.env.GALLERY
if (folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of pages) writeFileSync(join(folder, `${name}.html`), text)
  for (const sheet of ['public.css', 'team.css'] as const) writeFileSync(join(folder, sheet), bundled(sheet))
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)

test.each(pages)('%s is a whole document in its language, without script or inline style', (name, text) => {
  expect(text.startsWith('<!doctype html>')).toBe(true)
  expect(text).toContain(`<html lang="${name === 'front-spanish' ? 'es' : 'en'}">`)
  expect(text).toMatch(/<title>.+ · Tailboard<\/title>/)
  expect(all(text, /(<h1)/g)).toHaveLength(1)
  expect(text).not.toMatch(/<script|<style| style="| on\w+="|javascript:/)
  expect(text).not.toContain('undefined')
  expect(text).not.toContain('[object')
})

test.each(pages)('%s: ids are single, and whatever points at one finds it', (_, text) => {
  const ids = all(text, / id="([^"]+)"/g)
  expect(new Set(ids).size).toBe(ids.length)
  const pointers = [
    ...all(text, / for="([^"]+)"/g),
    ...all(text, / href="#([^"]+)"/g),
    ...all(text, / list="([^"]+)"/g),
    ...all(text, / aria-describedby="([^"]+)"/g).flatMap((list) => list.split(' ')),
  ]
  expect(pointers).toContain('content')
  for (const pointer of pointers) expect(ids).toContain(pointer)
})

test('every field has a label, every group a legend', () => {
  const text = html['form-wrong']!
  const fields = all(text, /<(?:input|select)([^>]*)>/g)
  expect(fields.length).toBeGreaterThan(10)
  for (const field of fields) {
    const id = /id="([^"]+)"/.exec(field)?.[1]
    const wrapped = / type="(radio|checkbox)"/.test(field)
    if (!wrapped) expect(text).toContain(`<label for="${id}">`)
  }
  expect(all(text, /(<fieldset)/g).length).toBe(all(text, /(<legend>)/g).length)
})

test('a form that comes back keeps what was typed, with each message at its field and on top', () => {
  const text = html['form-wrong']!
  expect(text).toContain('role="alert"')
  expect(text).toContain('<a href="#f-crew">How many people?')
  const crew = /<input id="f-crew"[^>]*>/.exec(text)![0]
  expect(crew).toContain('value="six or so"')
  expect(crew).toContain('aria-invalid="true"')
  expect(crew).toContain('aria-describedby="f-crew-error"')
  expect(text).toMatch(/<p class="error" id="f-crew-error">How many people\?/)
  expect(/<input id="f-occurred"[^>]*>/.exec(text)![0]).toContain(
    'aria-describedby="f-occurred-hint f-occurred-error"',
  )
  expect(html.form).not.toContain('role="alert"')
  expect(html.form).not.toContain('aria-invalid')
})

test('nothing is preselected unless the caller says so', () => {
  expect(html.answer).not.toMatch(/<input[^>]* checked/)
  expect(html.form!.match(/<input[^>]* checked/g)).toHaveLength(1)
})

test('help: numbers can be called and texted, lines without a number stay out, untried ones say so', () => {
  const text = html.front!
  for (const href of ['tel:911', 'tel:988', 'sms:838255', 'tel:18002675463'])
    expect(text).toContain(`href="${href}"`)
  expect(text).not.toContain('Line without a number')
  expect(text).not.toContain('href="tel:"')
  expect(text.split('number not yet checked by us')).toHaveLength(2)
  expect(html['front-spanish']).toContain('aún no hemos comprobado el número')
})

test('quick exit is a plain link in the flow, and says that the visit stays in history', () => {
  expect(html.front).toMatch(/<a class="leave" href="https:[^"]+" rel="noreferrer">.*stays in history/s)
})

test('the window says in words what the bar shows; the drawing is hidden from screen readers', () => {
  const list = /<ul class="window-list">.*?<\/ul>/s.exec(html.board!)![0]
  for (const words of ['now 15:20', 'session 19:00–20:00', 'ideal until 22:20', 'closes 02:20'])
    expect(list).toContain(words)
  const drawn = html.board!.match(/<svg[^>]*>/g)!
  expect(drawn.length).toBeGreaterThan(3)
  for (const svg of drawn) expect(svg).toContain('aria-hidden="true"')
})

test('seats and phases say their state in words, not by colour alone', () => {
  expect(html.board).toMatch(/class="seat waiting">.*?Waiting/s)
  expect(html.board).toMatch(/class="seat open">.*?Open/s)
  expect(html.states).toMatch(/aria-current="step"><span>Thought/)
})

test('an empty table shows what to do instead of a heading without rows', () => {
  expect(html.states).toContain('Nobody is on call')
  expect(html.states).not.toContain('<table')
})
