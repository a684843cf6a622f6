import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const none = "'none'"
/** No page asks for any of these, so no page may. */
const denied = [
  ...['accelerometer', 'autoplay', 'bluetooth', 'camera', 'displayCapture', 'fullscreen', 'geolocation'],
  ...[
    'gyroscope',
    'hid',
    'idleDetection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'pictureInPicture',
  ],
  ...['screenWakeLock', 'serial', 'syncXhr', 'usb', 'xrSpatialTracking'],
]

/** What `security.md` promises of every answer: no script, no frame, no referrer; encrypted from the first visit on. */
export function plainHeaders(origin: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [none],
      scriptSrc: [none],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: [none],
      baseUri: [none],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // Two years, the least that browsers' own lists ask for. Over http nobody heeds it, so nothing is said.
    strictTransportSecurity: origin.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: Object.fromEntries(denied.map((feature) => [feature, []])),
  })
}

/** What no browser shows, and what belongs to no page: nothing in it is run, drawn, framed or kept. */
export const bareHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}
