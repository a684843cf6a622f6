import { type DefaultTreeAdapterTypes, html, parse } from 'parse5'
import { type Read, readAttribute } from './attributes.ts'
import { type Unplaced, unfit } from './finding.ts'
import { harmless, loading, questions, shapes } from './vocabulary.ts'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.Node

/** What a page of one kind carries, as addresses on its own host. */
export type Carries = { readonly script: string | null; readonly worker: string | null }

/**
 * A page as a browser reads it, against what pages of this build are made of. A list of what may stand there, and not of what
 * may not: a browser learns new ways to load and run things every year.
 */
export function readMarkup(text: string, address: string, carries: Carries): Read {
  const elements = [...elementsOf(parse(text))]
  const parts = elements.flatMap((element) =>
    element.attrs.map((one) => readAttribute(element.tagName, one, address, carries.worker)),
  )
  const missing =
    carries.script !== null && !elements.some((one) => valueIn(one, 'src') === carries.script)
      ? [unfit('script', 'not its script', `the script ${carries.script}`)]
      : []
  return {
    findings: [
      ...elements.flatMap((one) => ofElement(one, carries)),
      ...parts.flatMap((part) => part.findings),
      ...missing,
    ],
    loads: [...new Set(parts.flatMap((part) => part.loads))],
    links: [...new Set(parts.flatMap((part) => part.links))],
  }
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
  if ('content' in node) yield* elementsOf(node.content)
}

function ofElement(element: Element, carries: Carries): readonly Unplaced[] {
  const { tagName: tag } = element
  const shown = `<${tag}>`
  if (element.namespaceURI !== html.NS.HTML)
    return shapes.has(tag) ? [] : [unfit('strange', shown, 'drawings of plain shapes')]
  if (tag === 'script') return ofScript(element, carries.script)
  if (tag === 'style')
    return [unfit('inline', `a style: ${inside(element)}`, 'looks in a file of this build')]
  if (tag === 'meta') return ofMeta(element)
  if (tag === 'link') return ofLink(element)
  if (tag === 'input') {
    const type = (valueIn(element, 'type') ?? 'text').toLowerCase()
    return questions.has(type) ? [] : [unfit('form', `<input type="${type}">`, 'nothing to type into')]
  }
  if (tag === 'form' || tag === 'textarea') return [unfit('form', shown, 'no form')]
  return harmless.has(tag) ? [] : [unfit('strange', shown, 'only what pages of this build are made of')]
}

function ofScript(element: Element, own: string | null): readonly Unplaced[] {
  const text = inside(element)
  const source = valueIn(element, 'src')
  if (source === null || text !== '')
    return [unfit('inline', `a script: ${text}`, 'every script is a file of this build')]
  if (source === own) return []
  return [unfit('script', `the script ${source}`, own === null ? 'no script' : `the script ${own}`)]
}

function ofMeta(element: Element): readonly Unplaced[] {
  const header = valueIn(element, 'http-equiv')
  const content = valueIn(element, 'content') ?? ''
  if (header !== null)
    return [unfit('told', `<meta http-equiv="${header}" content="${content}">`, 'no header within the page')]
  if (valueIn(element, 'name')?.toLowerCase() !== 'referrer' || content === 'no-referrer') return []
  return [unfit('referrer', `<meta name="referrer" content="${content}">`, 'no-referrer')]
}

function ofLink(element: Element): readonly Unplaced[] {
  const rel = (valueIn(element, 'rel') ?? '').toLowerCase()
  const known = rel.split(/[\t\n\f\r ]+/).every((one) => loading.has(one))
  const shown = `<link rel="${rel}" href="${valueIn(element, 'href') ?? ''}">`
  return known ? [] : [unfit('told', shown, 'only stylesheets and scripts of this build')]
}

function inside(element: Element): string {
  const texts = element.childNodes.map((node) => ('value' in node ? node.value : ''))
  return texts.join('').trim()
}

function valueIn(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null
}
