import nodemailer from 'nodemailer'
import type pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import type { Taken } from '../test/harness/mailSink.ts'
import { sender, sendsAtOnce } from './musterWorld.ts'

export type Message = Pick<Taken, 'to' | 'subject' | 'text'>

export type Floor = {
  /** Untimed: what the approval's own commit would have left to do. */
  prepare(messages: readonly Message[]): Promise<void>
  send(): Promise<void>
  close(): void
}

/**
 * The least that could do the same: all messages at once, each through a pooled nodemailer transport with our
 * transport's settings, between the commits our delivery makes for it, each here a single statement on a table
 * without row security: the job is taken; the attempt is on disk before the wire; its outcome; the job is gone.
 */
export async function openFloor(admin: pg.Pool, smtpUrl: string): Promise<Floor> {
  await admin.query(`
    create schema floor;
    create table floor.job (id integer primary key, payload jsonb not null, taken_at timestamptz);
    create table floor.attempt (message_key text primary key, started_at timestamptz not null default now(), outcome text);`)
  const { hostname, port } = new URL(smtpUrl)
  const transport = nodemailer.createTransport({
    host: hostname,
    port: Number(port),
    secure: false,
    pool: true,
    maxConnections: 4,
    maxMessages: Number.POSITIVE_INFINITY,
  })
  let waiting: readonly Message[] = []

  async function one(message: Message, id: number): Promise<void> {
    const key = `floor.${newId<string>()}`
    await admin.query('update floor.job set taken_at = now() where id = $1', [id])
    await admin.query('insert into floor.attempt (message_key) values ($1)', [key])
    await transport.sendMail({
      from: sender,
      to: message.to,
      subject: message.subject,
      text: message.text,
      messageId: `<${key}@tailboard>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    await admin.query(`update floor.attempt set outcome = 'taken' where message_key = $1`, [key])
    await admin.query('delete from floor.job where id = $1', [id])
  }

  return {
    async prepare(messages) {
      waiting = messages
      await Promise.all(
        messages.map((message, id) =>
          admin.query('insert into floor.job (id, payload) values ($1, $2)', [id, JSON.stringify(message)]),
        ),
      )
    },
    async send() {
      const left = waiting.map((message, id) => ({ message, id }))
      const lane = async () => {
        for (let next = left.shift(); next !== undefined; next = left.shift())
          await one(next.message, next.id)
      }
      await Promise.all(Array.from({ length: sendsAtOnce }, lane))
    },
    close: () => transport.close(),
  }
}
