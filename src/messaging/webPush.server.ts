import { createECDH } from 'node:crypto'
import webPush from 'web-push'
import type { Secrets } from '../platform/secrets.server.ts'
import type { PushAnswer, PushSender } from './push.ts'

type Vapid = {
  /** 32 bytes, base64url; null: the installation's own. */
  readonly privateKey: string | null
  /** Whom a push service writes to when something is wrong with what we send. */
  readonly subject: string
}

type KeyPair = { readonly publicKey: string; readonly privateKey: string }

/** The keys by which push services know this installation. They follow from its secret, so every process has the same. */
export function vapidKeys(secrets: Secrets, chosen: string | null): KeyPair {
  if (chosen !== null) return pairOf(Buffer.from(chosen, 'base64url'))
  // One number of 32 bytes in four milliards is no key on this curve.
  for (let round = 1; ; round++) {
    try {
      return pairOf(secrets.key(`web push ${round}`))
    } catch {}
  }
}

function pairOf(privateKey: Buffer): KeyPair {
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(privateKey)
  return { publicKey: curve.getPublicKey('base64url'), privateKey: privateKey.toString('base64url') }
}

/** Whether something can be sealed for this browser: its key is a point on the curve, its secret has 16 bytes. */
export function canSealFor(p256dh: string, auth: string): boolean {
  const curve = createECDH('prime256v1')
  curve.generateKeys()
  try {
    curve.computeSecret(Buffer.from(p256dh, 'base64url'))
    return /^[\w-]{87}$/.test(p256dh) && /^[\w-]{22}$/.test(auth)
  } catch {
    return false
  }
}

/** Calls push services: sealed for one browser (RFC 8291), signed as this installation (RFC 8292). */
export function webPushSender(secrets: Secrets, vapid: Vapid, patience = 8000): PushSender {
  const keys = vapidKeys(secrets, vapid.privateKey)
  return {
    publicKey: keys.publicKey,
    async send({ endpoint, p256dh, auth }, { line, path, lang, topic, keepFor }) {
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify({ line, path, lang, tag: topic }),
        { vapidDetails: { subject: vapid.subject, ...keys }, TTL: keepFor, topic, urgency: 'high' },
      )
      try {
        const answer = await fetch(endpoint, {
          method: 'POST',
          headers: headers as Record<string, string>,
          body: new Uint8Array(body),
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
        })
        await answer.body?.cancel()
        return answerOf(answer.status, answer.headers.get('retry-after'))
      } catch {
        // Nobody answered in time: it may or may not have been taken.
        return { outcome: 'unreachable', retryAfter: null }
      }
    },
  }
}

function answerOf(status: number, retryAfter: string | null): PushAnswer {
  if (status >= 200 && status < 300) return { outcome: 'taken' }
  if (status === 404 || status === 410) return { outcome: 'gone' }
  if (status === 429 || status >= 500) return { outcome: 'unreachable', retryAfter }
  return { outcome: 'refused' }
}
