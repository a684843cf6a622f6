import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callToken } from '../src/activation/callToken.server.ts'
import { app } from '../src/app.tsx'
import { machineDoors } from '../src/machines.server.ts'
import { twilioProvider } from '../src/messaging/index.server.ts'
import { idCode } from '../src/platform/idCode.server.ts'
import { newId, type OfferId } from '../src/platform/ids.ts'
import type { MachineDoor } from '../src/platform/machineDoor.ts'
import { claim } from '../src/support/conversation.server.ts'
import { professionalToken } from '../src/support/professionalLink.server.ts'
import { sealTo } from '../src/support/seal.testing.ts'
import { base64, beginningFor, begunFor, showPeer } from './harness/conversations.ts'
import { openFingerprint } from './harness/fingerprint.ts'
import { pageOf } from './harness/forms.ts'
import { eachAlone, encoded, rounds, seed, type Twist, twisted, twistings } from './harness/hostile.ts'
import { keyForm, keyRecord } from './harness/keyRecord.ts'
import { openTwoRegions, type TwoRegions } from './harness/twoRegions.ts'

type Fields = Readonly<Record<string, string>>
type Valid = { readonly params?: Fields; readonly query?: Fields; readonly form?: Fields }
type Asked = { readonly path: string; readonly body: string | undefined; readonly headers: Fields }

const assertion = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' },
}
const attestation = { ...assertion, response: { clientDataJSON: 'e30', attestationObject: 'AAAA' } }
/** What is done once: above it was. */
const ending = ['forgetDevice', 'closeConversation', 'closeOwnConversation']
/** A point of the curve: the push service's keys of RFC 8291, appendix A. */
const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
}

describe('every door of the document', () => {
  let all: TwoRegions
  let print: Awaited<ReturnType<typeof openFingerprint>>
  let serve: ReturnType<typeof app>
  const valid: Record<string, Valid> = {}
  let peer: TwoRegions['people'][number]
  let other: TwoRegions['people'][number]
  /** What the words of two conversations give, by the door that uses it. */
  let access: Readonly<Record<string, string>>

  beforeAll(async () => {
    all = await openTwoRegions()
    const { services, base, rae, harbor, offers } = all
    const phones = [twilioProvider('first', 'http://AC1:secret@127.0.0.1:9', '+16175550100')]
    serve = app({ ...services, phones, opensConversations: async () => true })
    const team = all.here.teamUrl
    const made = async (path: string) => (await all.send(team, path, { cookie: rae.cookie }, '')).text
    const feed = /\/calendar\/([\w-]+\.ics)/.exec(await made('/harbor/calendar'))![1]!
    await made('/harbor/drills')
    const [line] = (await base.admin.query('select id from roster.drill_line limit 1')).rows
    const device = { endpoint: 'https://push.example.org/a', ...keys }
    const kept = encoded(Object.entries(device))
    await all.send(team, '/harbor/me/reach/devices', { cookie: rae.cookie }, kept)
    const [browser] = (await base.admin.query('select id from messaging.push_subscription limit 1')).rows
    await base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text)
       values ($1, $2, '+16175551000', now(), false, true)`,
      [harbor.regionId, offers[1]!.member_id],
    )
    const provider = 'first'
    const subject = {
      kind: 'offer',
      regionId: harbor.regionId,
      offerId: offers[1]!.id as OfferId,
    } as const
    const token = callToken(services.secrets, subject)
    const region = 'harbor'
    ;[peer, other] = all.people.filter((one) => one.role === 'peer') as [typeof peer, typeof other]
    const member = offers[0]!.member_id
    for (const { member_id } of offers.slice(0, 2)) await showPeer(services, harbor.regionId, member_id)
    const begun = () => begunFor(services, harbor.regionId, [member])
    const [taken, ends, grows] = [await begun(), await begun(), await begun()]
    for (const one of [taken, ends, grows])
      await claim(services.conversations, harbor.regionId, member, one.id)
    const [waits, closes] = [await begun(), await begun()]
    access = { sought: waits.access, closeConversation: closes.access, sealConversation: grows.access }
    Object.assign(valid, {
      health: {},
      heartbeat: {},
      document: {},
      receipt: {
        params: { provider },
        query: { region: harbor.regionId, key: `offer.${offers[1]!.id}.text`, attempt: '1' },
        form: { MessageStatus: 'delivered', CallStatus: '' },
      },
      text: { params: { provider }, form: { From: '+16175551000', Body: '1', MessageSid: 'SM1' } },
      codeCall: { params: { provider, region: harbor.regionId, proof: newId<string>() }, form: {} },
      callScript: { params: { provider, token, step: 'heard' }, form: { Digits: '3' } },
      drillScript: {
        params: { provider, code: idCode(services.secrets, 'drill answer', line.id), step: 'answered' },
        form: { Digits: '2' },
      },
      calendar: { params: { file: feed }, query: { lang: 'es' } },
      classes: { params: { region }, query: { lang: 'es' } },
      exportSheet: { params: { region, file: 'members.csv' } },
      templateSheet: { params: { region, file: 'shifts.csv' } },
      keepDevice: { params: { region }, form: device },
      forgetDevice: { params: { region }, form: { id: browser.id } },
      liveBoard: { params: { region, id: all.called.activationId }, query: { drawn: '1' } },
      signInChallenge: {},
      proofChallenge: {},
      newPasskeyChallenge: {},
      signIn: { form: { answer: JSON.stringify(assertion) } },
      prove: { form: { answer: JSON.stringify(assertion), held: '' } },
      keepPasskey: { form: { answer: JSON.stringify(attestation), name: 'My phone', held: '' } },
      ownRecord: {},
      peerKeys: { params: { region } },
      puzzle: { params: { region }, form: { id: randomUUID() } },
      beginConversation: { params: { region }, form: beginningFor(services, harbor.regionId, [member]).form },
      readConversation: { params: { region }, query: { seeker: '0', peer: '0' } },
      sayInConversation: { params: { region }, form: { number: '2', body: base64(randomBytes(300)) } },
      sealConversation: {
        params: { region },
        form: {
          own: base64(randomBytes(200)),
          // The key after the first one.
          seals: JSON.stringify([{ ...sealTo(member), number: 2, sealed: base64(sealTo(member).sealed) }]),
        },
      },
      closeConversation: { params: { region } },
      ownConversations: { params: { region } },
      ownKeys: { params: { region } },
      keepOwnKey: {
        params: { region },
        form: keyForm(await keyRecord(harbor.regionId, offers[1]!.member_id, { number: 2 })),
      },
      removeWrap: { params: { region }, form: { id: newId<string>() } },
      askProfessional: { params: { region } },
      professionalState: { params: { region } },
      endProfessional: { params: { region } },
      professionalScript: {
        params: {
          ...{ provider, region, step: 'answered' },
          token: professionalToken(services.secrets, harbor.regionId, {
            consultationId: randomUUID(),
            turn: 0,
            expiresAt: Temporal.Now.instant().add({ hours: 1 }),
          }),
        },
        form: { Digits: '1' },
      },
      claimConversation: { params: { region, id: waits.id } },
      readOwnConversation: { params: { region, id: taken.id }, query: { seeker: '0', peer: '0' } },
      answerConversation: {
        params: { region, id: taken.id },
        form: { number: '1', body: base64(randomBytes(300)) },
      },
      closeOwnConversation: { params: { region, id: ends.id } },
    } satisfies Record<string, Valid>)
    print = await openFingerprint(base.admin)
  }, 60_000)
  afterAll(() => all?.stop())
  beforeEach(() => print.changed())

  const originOf = (door: MachineDoor) => (door.host === 'team' ? all.here.teamUrl : all.here.publicUrl)
  const pairs = (fields: Fields | undefined = {}) => Object.entries(fields)

  /** The twists fall on all of a request's fields alike: those of its address, of its query, of its form. */
  function asked(door: MachineDoor, twists: readonly Twist[]): Asked {
    const { params, query, form } = valid[door.name]!
    const from = [pairs(params), pairs(query), pairs(form)]
    const tagged = from.flatMap((fields, place) =>
      fields.map(([name, text]) => [`${place}${name}`, text] as const),
    )
    const sent = twisted(tagged, door.form === undefined ? twists.filter(inAddress) : twists)
    const at = (place: number) =>
      sent
        .filter(([name]) => name.startsWith(String(place)))
        .map(([name, text]) => [name.slice(1), text] as const)
    const rest = sent.filter(([name]) => !/^[012]/.test(name))
    const path = door.key.split(' ', 2)[1]!.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name) => {
      const text = at(0).findLast(([known]) => known === name)?.[1] ?? params![name]!
      // Nothing, or dots alone, makes another address, not another value.
      return /^[\s.]*$/.test(text) ? 'x' : encoded([['', text]]).slice(1)
    })
    const search = encoded(at(1))
    const body = door.key.startsWith('GET') ? undefined : encoded([...at(2), ...rest])
    return { path: search === '' ? path : `${path}?${search}`, body, headers: {} }
  }
  const inAddress = (one: Twist) => one.kind !== 'uninvited'

  /** As the proof the door asks for allows: under the company's signature, or under a session. */
  function proven(door: MachineDoor, one: Asked): Asked {
    const plain = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    // Keys are changed by another peer than the one whom conversations are sealed to.
    const { cookie } = door.key.includes('/keys')
      ? other
      : door.key.includes('/conversations')
        ? peer
        : all.rae
    if (door.proof === 'session') return { ...one, headers: { ...plain, cookie } }
    if (door.key.includes('/support/conversation'))
      return { ...one, headers: { ...plain, 'x-tailboard-access': access[door.name] ?? access.sought! } }
    if (door.proof !== 'signature') return { ...one, headers: plain }
    const fields = Object.fromEntries(new URLSearchParams(one.body))
    const { pathname, search } = new URL(one.path, all.here.publicUrl)
    const text = Object.keys(fields)
      .sort()
      .reduce(
        (sum, name) => `${sum}${name}${fields[name]}`,
        new URL(`${pathname}${search}`, all.here.publicUrl).href,
      )
    const signature = createHmac('sha1', 'secret').update(text).digest('base64')
    return { ...one, headers: { ...plain, 'x-twilio-signature': signature } }
  }

  const forgetKnocks = () => all.base.admin.query('delete from tailboard.door_knock')

  async function send(door: MachineDoor, { path, body, headers }: Asked) {
    const method = door.key.split(' ', 1)[0]!
    const request = new Request(new URL(path, originOf(door)), {
      method,
      redirect: 'manual',
      headers,
      ...(body === undefined ? {} : { body }),
    })
    const answer = await serve(request)
    const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0]!
    if (type === 'text/event-stream') await answer.body?.cancel()
    return { status: answer.status, type, text: type === 'text/event-stream' ? '' : await answer.text() }
  }

  /** Why this answer is none the document promises; nothing when it is. */
  function unlike(door: MachineDoor, { status, type, text }: Awaited<ReturnType<typeof send>>): string[] {
    const promised = door.answers[status]
    if (status >= 500 && promised === undefined) return ['our own fault']
    if (promised === undefined) return [`${status} is not documented`]
    if (promised.bodies === undefined) return text === '' ? [] : [`${status} has a body`]
    const shape = promised.bodies[type]
    if (shape === undefined) return [`${status} as ${type} is not documented`]
    if (type === 'text/html' && pageOf(text).planted > 0) return ['it came back as markup']
    if (shape === null) return []
    return shape.safeParse(type === 'application/json' ? JSON.parse(text) : text).success
      ? []
      : ['another shape']
  }

  async function judged(door: MachineDoor, one: Asked): Promise<string[]> {
    await forgetKnocks()
    const answer = await send(door, one)
    const told = unlike(door, answer)
    const changed = await print.changed()
    return [
      ...told,
      ...(answer.status < 400 ? [] : changed).map((table) => `${answer.status}, and ${table} changed`),
    ]
  }

  it.each(machineDoors.map((door) => [door.key, door] as const))(
    '%s answers what is documented, whatever comes, and a refusal changes nothing',
    async (_key, door) => {
      const wrong: string[] = []
      const { params, query, form } = valid[door.name]!
      const fields = [params, query, form].flatMap(pairs).length
      const cases = [...eachAlone(fields), ...twistings(rounds(24), door.name.length * 1000)]
      for (const [index, twists] of [[], ...cases].entries()) {
        const made = proven(door, asked(door, twists))
        const forged = index % 6 === 5 && door.proof !== 'none'
        const one = forged
          ? { ...made, headers: { ...made.headers, cookie: '', 'x-twilio-signature': 'AAAA' } }
          : made
        for (const why of await judged(door, one))
          wrong.push(`seed ${seed}: ${why}: ${JSON.stringify(one).slice(0, 300)}`)
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )

  it('takes what is valid: otherwise nothing above was ever past the door', async () => {
    const statuses = new Map<string, number>()
    for (const door of machineDoors.filter((one) => !ending.includes(one.name)))
      statuses.set(door.name, (await send(door, proven(door, asked(door, [])))).status)
    const refused = [...statuses].filter(([, status]) => status >= 400).map(([name]) => name)
    // No key of this test signs a challenge.
    // The wrap that is removed was never there.
    expect(refused).toEqual(['signIn', 'prove', 'keepPasskey', 'removeWrap'])
  })

  it.each([
    ['not a form', 'application/json', '{"a":1}'],
    ['half a form', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition'],
    ['too much', 'application/x-www-form-urlencoded', `a=${'x'.repeat(2_200_000)}`],
  ])('refuses what is %s', async (_what, contentType, body) => {
    for (const door of machineDoors.filter((one) => one.form !== undefined)) {
      const made = proven(door, { ...asked(door, []), body })
      const why = await judged(door, { ...made, headers: { ...made.headers, 'content-type': contentType } })
      expect([door.key, why]).toEqual([door.key, []])
    }
  })

  it('tells whoever comes too often, as documented', async () => {
    const door = machineDoors.find((one) => one.name === 'signInChallenge')!
    await forgetKnocks()
    let answer = await send(door, proven(door, asked(door, [])))
    for (let often = 0; often < 60; often++) answer = await send(door, proven(door, asked(door, [])))
    await forgetKnocks()
    expect([answer.status, unlike(door, answer)]).toEqual([429, []])
  })

  it('takes no post another site sends', async () => {
    for (const door of machineDoors.filter((one) => one.key.startsWith('POST') && one.host === 'team')) {
      const made = proven(door, asked(door, []))
      const answer = await send(door, {
        ...made,
        headers: { ...made.headers, 'sec-fetch-site': 'cross-site' },
      })
      expect([door.key, answer.status]).toEqual([door.key, 403])
    }
  })
})
