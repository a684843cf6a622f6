import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { decodeAttestationObject, decodeClientDataJSON } from '@simplewebauthn/server/helpers'
import { type AccountId, newId } from '../platform/ids.ts'
import type { Secrets } from '../platform/secrets.server.ts'
import { changed } from './accountTrail.server.ts'
import { type Auth, emailOf } from './auth.server.ts'
import { type Ceremony, challengeSeconds, newChallenge, spendChallenge } from './challenge.server.ts'
import type { Passkey } from './factors.ts'
import { type Authenticated, authenticatedIn, type Registered, registeredIn } from './passkeyAnswer.ts'
import { inTransaction } from './transaction.server.ts'

/** Signed-in people are asked under their session's secret, others under the cookie of whoever asks to sign in. */
export type Asking = { readonly auth: Auth; readonly secrets: Secrets; readonly browser: string }

/** A passkey's host and page: this host alone, so that no public page of ours can ask for it. */
const place = (auth: Auth) => ({ rpID: auth.teamUrl.hostname, origin: auth.teamUrl.origin })

// Ed25519, P-256 and RSA: what authenticators have. Named, because the library would try newer ones out.
const algorithms = [-8, -7, -257]

export async function registrationOptions({ auth, secrets, browser }: Asking, accountId: AccountId) {
  const email = (await emailOf(auth, accountId)) ?? ''
  return await generateRegistrationOptions({
    rpName: 'Tailboard',
    rpID: place(auth).rpID,
    userName: email,
    userDisplayName: email,
    userID: new Uint8Array(handleOf(accountId)),
    challenge: new Uint8Array(await newChallenge(auth, secrets, 'register', browser)),
    timeout: challengeSeconds * 1000,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: await credentialsOf(auth, accountId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    // Some keys can open a peer's conversations later (WebAuthn 3, PRF) only if they were asked when they were made.
    extensions: { prf: {} } as object,
  })
}

/** Keeps a new passkey of this account; false: the answer does not hold, or the credential is kept already, whoever's it is. */
export async function registerPasskey(
  asking: Asking,
  accountId: AccountId,
  answer: string,
  name: string,
): Promise<boolean> {
  const response = registeredIn(answer)
  if (response === null || !(await spend(asking, 'register', response))) return false
  const verified = await verifiedRegistration(asking.auth, response)
  if (verified === null) return false
  const { credential } = verified
  return await inTransaction(asking.auth.pool, async (client) => {
    const kept = await client.query(
      `insert into auth.passkey (id, account_id, credential_id, public_key, counter, transports, name)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint passkey_of_one_account do nothing`,
      [
        newId<string>(),
        accountId,
        Buffer.from(credential.id, 'base64url'),
        Buffer.from(credential.publicKey),
        credential.counter,
        response.response.transports,
        name,
      ],
    )
    if (kept.rowCount !== 1) return false
    await changed(client, { act: 'passkey_added', accountId })
    return true
  })
}

async function verifiedRegistration(auth: Auth, response: Registered) {
  const { rpID, origin } = place(auth)
  try {
    // We ask for no attestation. One that comes all the same would have certificates judged by a clock that is not ours.
    const object = decodeAttestationObject(
      new Uint8Array(Buffer.from(response.response.attestationObject, 'base64url')),
    )
    if (object.get('fmt') !== 'none') return null
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: () => true,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    })
    return verified ? registrationInfo : null
  } catch {
    return null
  }
}

/** Any passkey for this host (null), or one of this account. */
export async function authenticationOptions({ auth, secrets, browser }: Asking, accountId: AccountId | null) {
  const ceremony = accountId === null ? 'sign_in' : 'prove'
  return await generateAuthenticationOptions({
    rpID: place(auth).rpID,
    challenge: new Uint8Array(await newChallenge(auth, secrets, ceremony, browser)),
    timeout: challengeSeconds * 1000,
    userVerification: 'required',
    ...(accountId === null ? {} : { allowCredentials: await credentialsOf(auth, accountId) }),
  })
}

/**
 * Whose passkey answered, or null when it does not hold. A counter that did not grow means a copy of the key somewhere
 * (WebAuthn, 6.1.1): that one is refused; keys that never count say nought each time.
 */
export async function authenticate(
  asking: Asking,
  ceremony: Exclude<Ceremony, 'register'>,
  answer: string,
): Promise<AccountId | null> {
  const { auth } = asking
  const response = authenticatedIn(answer)
  if (response === null || !(await spend(asking, ceremony, response))) return null
  const found = await auth.pool.query(
    'select id, account_id, public_key, counter from auth.passkey where credential_id = $1',
    [Buffer.from(response.id, 'base64url')],
  )
  const row = found.rows[0]
  if (row === undefined) return null
  const handle = response.response.userHandle
  if (handle !== undefined && handle !== handleOf(row.account_id).toString('base64url')) return null
  const counter = await verifiedCounter(auth, response, row.public_key, Number(row.counter))
  if (counter === null) return null
  const counted = await auth.pool.query(
    `update auth.passkey set counter = $2, used_on = (tailboard.now() at time zone 'UTC')::date
     where id = $1 and (counter < $2 or (counter = 0 and $2 = 0))`,
    [row.id, counter],
  )
  return counted.rowCount === 1 ? row.account_id : null
}

async function verifiedCounter(
  auth: Auth,
  response: Authenticated,
  publicKey: Buffer,
  counter: number,
): Promise<number | null> {
  const { rpID, origin } = place(auth)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: () => true,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: { id: response.id, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}

/** Spent before anything else is looked at: whatever comes of it, the same challenge is asked of nobody again. */
async function spend(
  { auth, secrets, browser }: Asking,
  ceremony: Ceremony,
  { response }: Registered | Authenticated,
): Promise<boolean> {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON)
    const bytes = Buffer.from(String(challenge), 'base64url')
    return await spendChallenge(auth.pool, secrets, ceremony, browser, bytes)
  } catch {
    return false
  }
}

export async function passkeysOf(auth: Auth, accountId: AccountId): Promise<Passkey[]> {
  const { rows } = await auth.pool.query(
    `select id, name, made_at, used_on::text as used_on from auth.passkey where account_id = $1 order by made_at, id`,
    [accountId],
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    madeAt: Temporal.Instant.fromEpochMilliseconds(row.made_at.getTime()),
    usedOn: row.used_on === null ? null : Temporal.PlainDate.from(row.used_on),
  }))
}

export async function removePasskey(auth: Auth, accountId: AccountId, id: string): Promise<boolean> {
  return await inTransaction(auth.pool, async (client) => {
    const gone = await client.query('delete from auth.passkey where id = $1 and account_id = $2', [
      id,
      accountId,
    ])
    if (gone.rowCount !== 1) return false
    await changed(client, { act: 'passkey_removed', accountId })
    return true
  })
}

async function credentialsOf(auth: Auth, accountId: AccountId) {
  const { rows } = await auth.pool.query(
    'select credential_id, transports from auth.passkey where account_id = $1 order by made_at, id',
    [accountId],
  )
  return rows.map((row) => ({
    id: (row.credential_id as Buffer).toString('base64url'),
    transports: row.transports as string[],
  }))
}

/** What an authenticator keeps of an account: its id, which names nobody. */
function handleOf(accountId: AccountId): Buffer {
  return Buffer.from(accountId.replaceAll('-', ''), 'hex')
}
