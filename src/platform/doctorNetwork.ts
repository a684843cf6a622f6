import { type Line, line } from './doctorLine.ts'
import { isLoopback } from './loopback.ts'

type Heard = {
  readonly host: string
  readonly proxies: boolean
  readonly publicUrl: URL
  readonly securityContact: string | null
}

/** How the server is reached, whom it takes its callers for, and where a weakness can be reported. */
export function networkLines({ host, proxies, publicUrl, securityContact }: Heard): readonly Line[] {
  return [
    line(
      'ok',
      'network',
      isLoopback(host)
        ? `listens on ${host}, this machine only`
        : `listens on ${host}, beyond this machine: let nothing but the proxy with TLS reach it`,
    ),
    proxies || publicUrl.protocol !== 'https:'
      ? line('ok', 'callers', proxies ? 'named proxies say who calls' : 'known by their own connections')
      : line(
          'advice',
          'callers',
          'behind a proxy nobody can be told apart until you name it, so no door is limited by caller. Set TRUSTED_PROXIES to its address.',
        ),
    securityContact === null
      ? line(
          'advice',
          'security',
          'nobody can tell you of a weakness. Set SECURITY_CONTACT, such as mailto:security@peers.example.',
        )
      : line('ok', 'security', `weaknesses are reported to ${securityContact}`),
  ]
}
