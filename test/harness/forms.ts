export type Form = { readonly action: string; readonly body: string }

const attributeOf = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/**
 * The forms that a page of ours posts, as somebody would send them who changed little: what is filled in stays, of what
 * asks for a choice the first is taken. It reads our own renderer's output and no other HTML.
 */
export function formsOf(html: string, page: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, tag = '']) => attributeOf(tag, 'method')?.toLowerCase() === 'post')
    .map(([, tag = '', inner = '']) => ({
      action: plain(attributeOf(tag, 'action') ?? page),
      body: new URLSearchParams(fieldsOf(inner)).toString(),
    }))
}

function fieldsOf(inner: string): [string, string][] {
  const fields: [string, string][] = []
  const chosen = new Set<string>()
  for (const [tag] of inner.matchAll(/<(?:input|button)\b[^>]*>/g)) {
    const name = attributeOf(tag, 'name')
    if (name === undefined || attributeOf(tag, 'type') === 'file') continue
    const choice = attributeOf(tag, 'type') === 'radio' || tag.startsWith('<button')
    if (choice && chosen.has(name)) continue
    if (choice) chosen.add(name)
    const value = plain(attributeOf(tag, 'value') ?? '')
    fields.push([name, value === '' && !choice ? 'Something' : value])
  }
  for (const [, tag = '', options = ''] of inner.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const values = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const taken = values.find((option) => / selected/.test(option)) ?? values.at(-1)
    fields.push([attributeOf(tag, 'name') ?? '', plain(attributeOf(taken ?? '', 'value') ?? '')])
  }
  for (const [, tag = '', text = ''] of inner.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
    fields.push([attributeOf(tag, 'name') ?? '', plain(text) || 'Something'])
  return fields
}
