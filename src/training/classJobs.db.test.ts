import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mailbox } from '../messaging/index.server.ts'
import type { Mail } from '../messaging/index.ts'
import { openPool } from '../platform/db.server.ts'
import { doneWith } from '../platform/outcome.testing.ts'
import { drain } from '../platform/worker.server.ts'
import { cancelClass } from './classes.server.ts'
import { type Learner, openClasses } from './classes.testing.ts'
import { classHandlers } from './classJobs.server.ts'
import { classMail } from './classMails.ts'
import { leaveClass } from './classPlaces.server.ts'

const start = Temporal.Instant.from('2060-01-05T15:00:00Z')

describe('mail about a class', () => {
  let all: Awaited<ReturnType<typeof openClasses>>
  let pool: ReturnType<typeof openPool>
  const mail = mailbox()
  beforeAll(async () => {
    all = await openClasses(start)
    pool = openPool({ url: all.base.url('tailboard_worker'), role: null, max: 3 })
  })
  afterAll(async () => {
    await pool?.end()
    await all?.base.drop()
  })
  beforeEach(async () => {
    await all.base.setNow(start)
    await all.base.admin.query('delete from graphile_worker._private_jobs')
    ;(mail.mails as unknown[]).length = 0
  })

  /** What is due by then goes out; answers to whom, and what it said. */
  async function work(
    now: Temporal.Instant,
    look: (sent: readonly Mail[]) => void = () => {},
  ): Promise<string[]> {
    await all.base.setNow(now)
    for (;;) {
      const due = await all.base.admin.query(
        `update graphile_worker._private_jobs j set run_at = now() - interval '1 s' from graphile_worker._private_tasks t
          where t.id = j.task_id and t.identifier like 'training.%class%' and j.run_at <= $1 and attempts = 0
             or t.id = j.task_id and t.identifier in ('training.tellSeated', 'training.tellCancelled') and attempts = 0
         returning 1`,
        [`${now}`],
      )
      if (due.rowCount === 0) break
      const handlers = classHandlers({
        ...{ db: all.db, mail, teamUrl: new URL('https://team.example') },
        emailOf: async (id) => `${id}@learners.example`,
      })
      await drain(pool, handlers)
      const { rows } = await all.base.admin.query(
        'select last_error from graphile_worker._private_jobs where last_error is not null',
      )
      expect(rows).toEqual([])
    }
    look(mail.mails)
    const sent = [...mail.mails]
      .reverse()
      .map(({ to, text }) => `${to.split('@')[0]} ${text.split('.', 1)[0]}`)
    ;(mail.mails as unknown[]).length = 0
    return sent.sort()
  }
  const placed = async (seats: number, people: number, first = all.span('2060-02-02')) => {
    const id = await all.planned(seats, [first, all.span('2060-02-04')])
    const learners: Learner[] = []
    for (let one = 0; one < people; one++) {
      learners.push(await all.learner())
      await all.base.setNow(start.add({ minutes: one }))
      doneWith(await all.join(learners[one]!, id))
    }
    return { id, learners, first }
  }
  const said = (what: string, ...who: { readonly accountId: string }[]) =>
    who.map((one) => `${one.accountId} ${what}`).sort()
  const seat = 'A seat became free in a class you wait for'
  const soon = 'Your class begins within the next two days'
  const off = 'A class of yours was cancelled'

  it('reminds whoever has a seat two days before, once, and nobody who waits or left', async () => {
    const { id, learners, first } = await placed(2, 4)
    const [a, b, c] = learners as [Learner, Learner, Learner]
    await all.base.setNow(start.add({ hours: 1 }))
    doneWith(await leaveClass(all.db, a, id))
    expect(await work(first.startsAt.subtract({ hours: 49 }))).toEqual(said(seat, c))
    expect(await work(first.startsAt.subtract({ hours: 48 }))).toEqual(said(soon, b, c))
    expect(await work(first.startsAt.subtract({ hours: 1 }))).toEqual([])
  })

  it('leads to the page of classes of that region', async () => {
    const { id } = await placed(1, 1)
    doneWith(await cancelClass(all.db, all.rae, id))
    await work(start.add({ hours: 1 }), (sent) =>
      expect(sent.map(({ subject, text }) => ({ subject, text }))).toEqual(
        Array(2).fill(classMail('en', 'cancelled', 'https://team.example/here/classes')),
      ),
    )
  })

  it('of a cancelled class goes to whoever had a place, and no reminder follows', async () => {
    const { id, learners, first } = await placed(1, 2)
    doneWith(await cancelClass(all.db, all.rae, id))
    expect(await work(start.add({ hours: 1 }))).toEqual(said(off, ...learners, all.ira))
    expect(await work(first.startsAt)).toEqual([])
  })

  it.each([
    ['a seat that was given on meanwhile', 'left'],
    ['a seat in a class that has begun', 'begun'],
    ['a class that would be over', 'over'],
  ])('that comes too late is not sent: %s', async (_, what) => {
    const { id, learners, first } = await placed(1, 2)
    await all.base.setNow(start.add({ hours: 1 }))
    if (what === 'over') doneWith(await cancelClass(all.db, all.ira, id))
    else doneWith(await leaveClass(all.db, learners[0]!, id))
    if (what === 'left') doneWith(await leaveClass(all.db, learners[1]!, id))
    const then =
      what === 'left' ? start.add({ hours: 2 }) : first.startsAt.add({ hours: what === 'over' ? 24 * 9 : 0 })
    expect(await work(then)).toEqual([])
  })
})
