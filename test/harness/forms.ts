import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { planted } from './hostile.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

export type Input = {
  readonly name: string
  /** text, hidden, select, radio, checkbox, textarea, date, datetime-local, time, tel, email, file, submit. */
  readonly type: string
  readonly value: string
  /** What may be chosen, of a select or of radios. */
  readonly options: readonly string[]
  readonly checked: boolean
}
export type Form = {
  readonly action: string
  readonly multipart: boolean
  readonly inputs: readonly Input[]
}

export type Fields = readonly (readonly [string, string])[]

const isElement = (node: Node): node is Element => 'tagName' in node
const attribute = (element: Element, name: string) =>
  element.attrs.find((one) => one.name === name)?.value ?? null

function* elementsOf(node: Node): Generator<Element> {
  if (isElement(node)) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** A page as a browser reads it. */
export function pageOf(html: string) {
  const all = [...elementsOf(parse(html))]
  const tagged = (tag: string) => all.filter((one) => one.tagName === tag)
  const ids = new Set(all.map((one) => attribute(one, 'id')))
  const alerts = all.filter((one) => attribute(one, 'role') === 'alert')
  return {
    title: tagged('h1').map((one) => textOf(one).trim())[0] ?? null,
    links: tagged('a').flatMap((one) => attribute(one, 'href') ?? []),
    forms: tagged('form').flatMap((form) => formsOf(form, all)),
    /** What came back as markup that was sent as text. */
    planted: all.filter(
      (one) => one.tagName.startsWith(planted) || one.attrs.some(({ name }) => name.startsWith(planted)),
    ).length,
    alerts: alerts.map((one) => textOf(one).trim()),
    /** Where the messages of its summary lead, and whether anything is there. */
    deadEnds: alerts
      .flatMap((one) => [...elementsOf(one)])
      .flatMap((one) => attribute(one, 'href') ?? [])
      .filter((href) => href.startsWith('#') && !ids.has(href.slice(1))),
  }
}

/** One for each place it may be sent to: a button may name another. */
function formsOf(form: Element, all: readonly Element[]): Form[] {
  if (attribute(form, 'method')?.toLowerCase() !== 'post') return []
  const id = attribute(form, 'id')
  const inside = [
    ...elementsOf(form),
    ...all.filter((one) => id !== null && attribute(one, 'form') === id),
  ].filter((one) => ['input', 'select', 'textarea', 'button'].includes(one.tagName))
  const buttons = inside.filter((one) => one.tagName === 'button')
  const actions = new Set([
    attribute(form, 'action') ?? '',
    ...buttons.flatMap((one) => attribute(one, 'formaction') ?? []),
  ])
  const inputs = inputsOf(inside)
  const multipart = attribute(form, 'enctype') === 'multipart/form-data'
  return [...actions].map((action) => ({ action, multipart, inputs }))
}

function inputsOf(inside: readonly Element[]): Input[] {
  const inputs: Input[] = []
  for (const one of inside) {
    const name = attribute(one, 'name')
    if (name === null) continue
    const options = [...elementsOf(one)].filter((child) => child.tagName === 'option')
    const type =
      one.tagName === 'button'
        ? 'submit'
        : one.tagName === 'input'
          ? (attribute(one, 'type') ?? 'text')
          : one.tagName
    const chosen = options.find((option) => attribute(option, 'selected') !== null) ?? options[0]
    const value =
      one.tagName === 'textarea'
        ? textOf(one)
        : ((chosen === undefined ? attribute(one, 'value') : attribute(chosen, 'value')) ?? '')
    const together = ['radio', 'submit'].includes(type)
    const known = together ? inputs.find((other) => other.name === name && other.type === type) : undefined
    if (known !== undefined) {
      ;(known.options as string[]).push(value)
      continue
    }
    inputs.push({
      ...{ name, type, value },
      options: together ? [value] : options.map((option) => attribute(option, 'value') ?? textOf(option)),
      checked: attribute(one, 'checked') !== null,
    })
  }
  return inputs
}

const day = (days: number) => Temporal.Now.plainDateISO('America/New_York').add({ days }).toString()
const usual: Readonly<Record<string, string>> = {
  text: '3',
  textarea: 'A line',
  tel: '617-555-0177',
  email: 'new.one@peers.example',
  date: day(5),
  time: '10:00',
  'datetime-local': `${day(1)}T10:00`,
}

/** As somebody fills it in who means well: what stands there stays, the rest gets something likely. */
export function filled({ inputs }: Form): Fields {
  return inputs.flatMap((input): Fields => {
    if (input.type === 'file') return []
    if (input.type === 'checkbox') return [[input.name, input.value || 'on']]
    const offered = input.options.filter((option) => option !== '')
    const value =
      input.value !== '' && input.type !== 'radio'
        ? input.value
        : (offered[0] ?? usual[input.type] ?? input.value)
    return [[input.name, value]]
  })
}
