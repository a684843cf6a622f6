/** How somebody wants to be reached, and can be. */
export type Reach = {
  /** E.164; null: none on file. */
  readonly phone: string | null
  readonly phoneProven: boolean
  /** STOP was said from this number. */
  readonly stopped: boolean
  readonly byMail: boolean
  readonly byText: boolean
  readonly byCall: boolean
  readonly byPush: boolean
  /** On how many of their browsers they agreed to be notified. */
  readonly browsers: number
  readonly lang: 'en' | 'es'
}

export type Channel = 'mail' | 'text' | 'call' | 'push'

/** Nobody chose yet: mail goes to the address on file. */
export const mailOnly: Reach = {
  phone: null,
  phoneProven: false,
  stopped: false,
  byMail: true,
  byText: false,
  byCall: false,
  byPush: false,
  browsers: 0,
  lang: 'en',
}

/**
 * Ways that work now, of those they chose. Numbers nobody proved get nothing. Where none of them works, mail goes out
 * all the same: somebody may see it.
 */
export function channelsOf(reach: Reach): readonly Channel[] {
  const ways: Channel[] = []
  if (reach.byText && canText(reach)) ways.push('text')
  if (reach.byCall && canCall(reach)) ways.push('call')
  if (reach.byPush && canPush(reach)) ways.push('push')
  return reach.byMail || ways.length === 0 ? ['mail', ...ways] : ways
}

/** Every way they chose but a call: what needs no answer can wait until somebody wakes. */
export function quietChannelsOf(reach: Reach): readonly Channel[] {
  const ways = channelsOf(reach).filter((channel) => channel !== 'call')
  return ways.length > 0 ? ways : ['mail']
}

export function canText(reach: Reach): boolean {
  return reach.phone !== null && reach.phoneProven && !reach.stopped
}

/** Whoever must wake is reached every way there is, whatever they chose. */
export function channelsForAlert(reach: Reach = mailOnly): readonly Channel[] {
  const ways: Channel[] = ['mail']
  if (canText(reach)) ways.push('text')
  if (canCall(reach)) ways.push('call')
  if (canPush(reach)) ways.push('push')
  return ways
}

/** Some browser of theirs can be notified. */
function canPush(reach: Reach): boolean {
  return reach.browsers > 0
}

/** STOP is about texts; a call still rings. */
export function canCall(reach: Reach): boolean {
  return reach.phone !== null && reach.phoneProven
}
