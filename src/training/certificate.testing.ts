import { type Installation, openInstallation } from '../../test/harness/installation.ts'
import { signInAs } from '../../test/harness/signIn.ts'
import { app } from '../app.tsx'
import { createAccount, grantRole } from '../identity/index.server.ts'
import type { Actor, Role } from '../platform/actor.ts'
import { type AccountId, newId } from '../platform/ids.ts'
import { issueCertificate } from './certificate.server.ts'
import { tinyCourse, tinyLibrary } from './course.testing.ts'

type Fields = Readonly<Record<string, string>>
export type Answer = { status: number; headers: Headers; text: string; bytes: Buffer }

/** The team's and the public pages, with the tiny course and people who finished it. */
export async function openCertificates() {
  const here: Installation = await openInstallation()
  const serve = app({ ...here.services, library: tinyLibrary })
  const { harbor, services } = here
  const { regionId } = harbor
  const system = { kind: 'system', regionId } as const

  const ask = async (host: string, path: string, cookie = '', fields?: Fields): Promise<Answer> => {
    const answer = await serve(
      new Request(new URL(path, host), {
        method: fields === undefined ? 'GET' : 'POST',
        headers: { 'sec-fetch-site': 'same-origin', cookie },
        ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
      }),
    )
    const bytes = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, headers: answer.headers, text: bytes.toString('utf8'), bytes }
  }
  const person = async (email: string, role: Role) => {
    const accountId = await createAccount(services.auth, { email, name: '' })
    await services.db.write(system, (tx) => grantRole(tx, accountId, role))
    const cookie = await signInAs(services.auth, accountId)
    const actor: Actor = { kind: 'account', accountId, regionId, roles: [role] }
    return {
      accountId,
      actor,
      ask: (path: string, fields?: Fields) => ask(here.teamUrl, path, cookie, fields),
    }
  }
  /** Enrols them and issues their certificate; `issued` days ago, good for a year. */
  const certified = async (accountId: AccountId, name: string, issued = 0): Promise<string> => {
    const enrolmentId = newId<string>()
    const today = Temporal.Now.plainDateISO(harbor.timeZone)
    await here.base.admin.query(
      `insert into training.learner (region_id, account_id, name) values ($1, $2, $3) on conflict do nothing`,
      [regionId, accountId, name],
    )
    await here.base.admin.query(
      `insert into training.enrolment (region_id, id, account_id, course, how, needs_approval, finish_by)
       values ($1, $2, $3, 'tiny', 'alone', false, '2099-01-01')`,
      [regionId, enrolmentId, accountId],
    )
    const facts = {
      ...{ enrolmentId, accountId, name },
      ...{ course: tinyCourse.id, title: tinyCourse.title, fingerprint: tinyCourse.fingerprint },
      ...{ onlineMinutes: 50, inPersonMinutes: 120, scorePercent: 85 },
      issuedOn: today.subtract({ days: issued }),
      expiresOn: today.subtract({ days: issued }).add({ years: 1 }),
    }
    return await services.db.write(system, (tx) => issueCertificate(tx, facts))
  }
  return {
    ...{ here, system, person, certified },
    open: (path: string) => ask(here.publicUrl, path),
    stranger: (path: string, fields?: Fields) => ask(here.teamUrl, path, '', fields),
  }
}

export type Certificates = Awaited<ReturnType<typeof openCertificates>>
