/** A number as people here write it; one from elsewhere as it is kept (E.164). */
export function shownNumber(phone: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? []
  return area === undefined ? phone : `${area}-${exchange}-${line}`
}

/** Digit by digit, with a breath between the groups: whoever hears it at night writes it down. */
export function spokenNumber(phone: string): string {
  return shownNumber(phone)
    .split('-')
    .map((group) => [...group.replace(/\D/g, '')].join(' '))
    .join(', ')
}
