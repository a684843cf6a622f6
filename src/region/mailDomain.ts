/** A domain as it stands after the @: in small letters, two labels at least. */
const shape = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/

/** The domains in a line, separated as people separate; null when one of them is none. */
export function mailDomainsIn(text: string): readonly string[] | null {
  const typed = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map((one) => one.replace(/^.*@/, ''))
  return typed.length <= 20 && typed.every((one) => shape.test(one)) ? [...new Set(typed)] : null
}

/** Whether an address stands at one of these domains or below it: pd.larkfield.example is Larkfield's too. */
export function standsAt(email: string, domains: readonly string[]): boolean {
  const domain = email.trim().toLowerCase().split('@').at(-1) ?? ''
  return domains.some((one) => domain === one || domain.endsWith(`.${one}`))
}
