import { testSecrets } from '../../test/harness/callOutJobs.ts'
import { openPhoneCompany } from '../../test/harness/phoneCompany.ts'
import { grantRole } from '../identity/index.server.ts'
import { hookPaths, hookRoutes, noPhones, twilioProvider } from '../messaging/index.server.ts'
import type { Mail, MailResult } from '../messaging/index.ts'
import { openPool } from '../platform/db.server.ts'
import type { AccountId, MemberId } from '../platform/ids.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { drain } from '../platform/worker.server.ts'
import { answerDrillByText } from './answerDrill.server.ts'
import { drillCallPath, drillCallRoutes } from './api.ts'
import { beginDrill } from './beginDrill.server.ts'
import { drillKey } from './drill.ts'
import { loadDrillLines, loadDrills } from './drillStore.server.ts'
import { loadUnreachable } from './reachable.server.ts'
import { openRoster, zone } from './roster.testing.ts'
import { select } from './selection.server.ts'
import { drillHandlers } from './sendDrill.server.ts'

const publicUrl = new URL('http://localhost:3000')
export const teamUrl = new URL('http://team.localhost:3000')

/** A roster whose drills go out by mail and through a phone company that takes, fails and signs. */
export async function openDrills(now: Temporal.Instant) {
  const roster = await openRoster(now)
  const { base, here, rae } = roster
  const system = { kind: 'system', regionId: here.regionId } as const
  const pool = openPool({ url: base.url('tailboard_worker'), role: null, max: 4 })
  const company = await openPhoneCompany()
  const mails: Mail[] = []
  const addresses = new Map<string, MailResult>()
  const phones = [twilioProvider('first', company.url, '+16175550100')]
  const handlers = drillHandlers({
    db: base.db,
    secrets: testSecrets,
    teamUrl,
    phones,
    push: noPhones.push,
    receiptsUrl: (...of) => new URL(hookPaths.receipts(...of), publicUrl).href,
    drillUrl: (provider, code) => new URL(drillCallPath(provider, code), publicUrl).href,
    emailOf: async () => 'rae.h@coordination.example',
    mail: {
      async send(mail) {
        const result = addresses.get(mail.to) ?? 'taken'
        if (result === 'taken') mails.push(mail)
        return result
      },
      close() {},
    },
  })
  /** What falls through to whoever else waits for texts. */
  const elsewhere: string[] = []
  const hooks = hookRoutes({
    db: base.db,
    secrets: testSecrets,
    publicUrl,
    phones,
    onText: async (texters, text) => {
      const answer = await answerDrillByText(base.db, texters, text)
      if (answer === null) elsewhere.push(text)
      return answer
    },
  })
  hooks.route('/', drillCallRoutes({ db: base.db, secrets: testSecrets, publicUrl, phones }))
  const post = async (url: string, fields: Record<string, string>, signature = company.sign(url, fields)) => {
    const answer = await hooks.request(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams(fields),
    })
    return { status: answer.status, text: await answer.text() }
  }
  let texts = 0
  let people = 0

  return {
    ...roster,
    company,
    mails,
    addresses,
    elsewhere,
    system,
    /** A member on the team. With a number, `ways` are texts or calls instead of mail. */
    async peer(name: string, ways: { byText?: boolean; byCall?: boolean; byMail?: boolean } = {}) {
      const id = await roster.member({ name, email: `${name.toLowerCase()}@peers.example` })
      const today = (await base.db.read(rae, async (reader) => reader.now)).toZonedDateTimeISO(zone)
      doneWith(await select(base.db, rae, id, today.toPlainDate()))
      const phone = `+1617555${2000 + ++people}`
      const { byText = false, byCall = false, byMail = false } = ways
      if (byText || byCall || byMail)
        await base.admin.query(
          `insert into messaging.reach (region_id, person_id, phone, phone_proven_at, by_mail, by_text, by_call)
           values ($1, $2, $3, now(), $4, $5, $6)`,
          [here.regionId, id, phone, byMail, byText, byCall],
        )
      return { id, phone, email: `${name.toLowerCase()}@peers.example` }
    },
    async coordinator(accountId: AccountId, memberId?: MemberId) {
      await base.db.write(system, async (tx) => {
        doneWith(await grantRole(tx, accountId, 'duty_coordinator'))
        if (memberId !== undefined) doneWith(await grantRole(tx, accountId, 'peer', { memberId }))
      })
    },
    /** A policy with these numbers. */
    async decide(numbers: Readonly<Record<string, Readonly<Record<string, number>>>>) {
      await base.admin.query(
        `insert into region.policy (region_id, version, settings)
         select region_id, max(version) + 1, $2::jsonb from region.policy where region_id = $1 group by region_id`,
        [here.regionId, JSON.stringify(numbers)],
      )
    },
    begin: () => beginDrill(base.db, rae),
    drills: () => base.db.read(rae, loadDrills),
    /** "Kit text link": who, which way and how they answered, of the newest drill. */
    async lines(): Promise<string[]> {
      const names = new Map(
        (await base.admin.query('select id, name from roster.member')).rows.map((row) => [row.id, row.name]),
      )
      const [newest] = await base.db.read(rae, loadDrills)
      const lines = await base.db.read(rae, (reader) => loadDrillLines(reader, { drillId: newest!.id }))
      return lines
        .map((line) => `${names.get(line.whom.id) ?? 'account'} ${line.channel} ${line.answeredBy ?? '-'}`)
        .sort()
    },
    async unreachable(): Promise<string[]> {
      const found = await base.db.read(rae, loadUnreachable)
      const { rows } = await base.admin.query('select id, name from roster.member order by name')
      return rows.filter((row) => found.has(row.id)).map((row) => row.name)
    },
    /** Runs what is due, and what that makes due, at `at` if the clock is to jump. */
    async jobs(at?: Temporal.Instant): Promise<void> {
      if (at !== undefined) await base.setNow(at)
      for (;;) {
        const due = await base.admin.query(
          `update graphile_worker._private_jobs set run_at = now() - interval '1 s'
            where run_at <= tailboard.now() and attempts = 0 and task_id in
              (select id from graphile_worker._private_tasks where identifier like 'roster.%')`,
        )
        if (due.rowCount === 0) return
        await drain(pool, handlers)
      }
    },
    post,
    async say(from: string, body: string): Promise<string> {
      const url = new URL(hookPaths.texts('first'), publicUrl).href
      const answer = await post(url, { From: from, Body: body, MessageSid: `IN${++texts}` })
      return /<Message>(.*)<\/Message>/.exec(answer.text)?.[1] ?? ''
    },
    async outcomes(): Promise<string[]> {
      const { rows } = await base.admin.query(
        `select channel || ' ' || outcome as said from messaging.attempt where message_key like $1 order by 1`,
        [`${drillKey('')}%`],
      )
      return rows.map((row) => row.said)
    },
    async stop() {
      await company.close()
      await pool.end()
      await base.drop()
    },
  }
}
