import { type Line, line } from './doctorLine.ts'

/** What the operator does again and again. Hours since it was last done; null: never. */
export type Upkept = {
  /** Holds a region of somebody's, and not the demonstration. */
  readonly inUse: boolean
  readonly backupHours: number | null
  readonly retentionHours: number | null
}

const how = 'Run "npx tailboard backup FILE" every night and keep the file on another machine.'

export function backupLine(upkeep: Upkept | null): Line | null {
  if (upkeep === null) return null
  const { inUse, backupHours } = upkeep
  if (backupHours !== null)
    return backupHours <= 24
      ? line('ok', 'backup', `made ${ago(backupHours)}`)
      : line('advice', 'backup', `last made ${ago(backupHours)}. ${how}`)
  return inUse
    ? line('broken', 'backup', `never made: a lost disk loses everything. ${how}`)
    : line('ok', 'backup', 'nothing of anybody to copy yet')
}

export function retentionLine(upkeep: Upkept | null): Line | null {
  if (upkeep === null) return null
  const { inUse, retentionHours } = upkeep
  if (retentionHours !== null && retentionHours <= 48)
    return line('ok', 'retention', `what is too old went ${ago(retentionHours)}`)
  if (retentionHours === null && !inUse) return line('ok', 'retention', 'nothing of anybody to remove yet')
  const last = retentionHours === null ? 'has not run yet' : `last ran ${ago(retentionHours)}`
  return line(
    'advice',
    'retention',
    `${last}. A running worker does it every night; "npx tailboard retention" does it now.`,
  )
}

export function phonesLine(companies: number): Line {
  if (companies === 0)
    return line(
      'advice',
      'phones',
      'no company for texts and calls, so nobody is woken but by mail. Set SMS_URL and SMS_FROM.',
    )
  return companies === 1
    ? line(
        'advice',
        'phones',
        'one company; when it is down nobody is rung. Set SMS_BACKUP_URL and SMS_BACKUP_FROM to a second.',
      )
    : line('ok', 'phones', 'two companies for texts and calls')
}

export function tlsLine(publicUrl: URL): Line {
  const { protocol, hostname } = publicUrl
  if (protocol === 'https:') return line('ok', 'tls', `${hostname} is https`)
  const reach = reachOf(hostname)
  if (reach === 'machine') return line('ok', 'tls', `${hostname} is this machine alone`)
  return line(
    reach === 'public' ? 'broken' : 'advice',
    'tls',
    `PUBLIC_URL is http, so what people write to ${hostname} can be read on the way. Put a proxy with TLS before it and set PUBLIC_URL to https://${hostname}.`,
  )
}

export function pushLine(publicUrl: URL, subject: string): Line {
  return publicUrl.protocol === 'https:' || reachOf(publicUrl.hostname) === 'machine'
    ? line('ok', 'push', `push services write to ${subject}`)
    : line('advice', 'push', 'browsers let no device be added over http. Set PUBLIC_URL to an https address.')
}

function reachOf(hostname: string): 'machine' | 'private' | 'public' {
  if (/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return 'machine'
  if (/^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+$/.test(hostname)) return 'private'
  return /\.(local|lan|internal|home\.arpa|test)$/.test(hostname) || !/[.:]/.test(hostname)
    ? 'private'
    : 'public'
}

function ago(hours: number): string {
  if (hours < 1) return 'within the hour'
  const whole = hours < 48 ? Math.floor(hours) : Math.floor(hours / 24)
  const unit = hours < 48 ? 'hour' : 'day'
  return `${whole} ${unit}${whole === 1 ? '' : 's'} ago`
}
