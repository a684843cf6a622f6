declare const path: unique symbol

/**
 * A URL that the typed object of paths made. Escaping does not judge URLs (`javascript:` passes it),
 * so no component takes a bare string as an href.
 */
export type Path = string & { readonly [path]: 'Path' }

/** A number to call or to text; made by `tel` and `sms` only. */
export type PhoneHref = `tel:${string}` | `sms:${string}`

export type Href = Path | PhoneHref

const dialled = (number: string) => number.replace(/[^\d+]/g, '')
/** An extension ("x12") is dialled after the number: RFC 3966, 5.3. */
export const tel = (number: string): PhoneHref => {
  const [main = '', extension = ''] = number.split(/x/i, 2)
  return /\d/.test(extension) ? `tel:${dialled(main)};ext=${dialled(extension)}` : `tel:${dialled(main)}`
}
export const sms = (number: string): PhoneHref => `sms:${dialled(number)}`
