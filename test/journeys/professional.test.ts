import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import { openBrowser } from '../harness/browser.ts'
import { showPeer } from '../harness/conversations.ts'
import { type Installation, openInstallation } from '../harness/installation.ts'
import { fitsWhenZoomed, freshPage, linkIn, look, mailWith } from '../harness/journey.ts'
import { signInAs } from '../harness/signIn.ts'

const phone = { viewport: { width: 390, height: 844 } }

describe('a peer who does not want to be alone with it', () => {
  let here: Installation
  let browser: Browser
  let peer: Page
  let professional: Page
  let name = ''
  beforeAll(async () => {
    here = await openInstallation({ TAILBOARD_DEMO: '1' })
    browser = await openBrowser()
    peer = await freshPage(browser, phone)
    professional = await freshPage(browser, phone)
    const { regionId } = here.harbor
    const { rows } = await here.base.admin.query(
      `select id, name from roster.member where region_id = $1 and role = 'peer' order by name limit 1`,
      [regionId],
    )
    const member = rows[0].id
    name = rows[0].name
    await showPeer(here.services, regionId, member)
    // Keys are made anew in the page: those of the harness no browser opens.
    await here.base.admin.query('delete from support.peer_wrap')
    await here.base.admin.query('delete from support.peer_keyring')
    await here.base.admin.query(
      `update support.peer set identity_key = null, identity_made_on = null, key_number = null, key_public = null,
              key_made_on = null, key_signature = null`,
    )
    await here.base.admin.query(
      `insert into messaging.reach (region_id, person_id, phone, phone_proven_at) values ($1, $2, '+16175550155', now())`,
      [regionId, member],
    )
    const account = await createAccount(here.services.auth, { email: 'asks@peers.example', name: '' })
    await here.services.db.write({ kind: 'system', regionId }, (tx) =>
      grantRole(tx, account, 'peer', { memberId: member }),
    )
    const [cookie, value] = (await signInAs(here.services.auth, account)).split('=', 2)
    const url = here.teamUrl.replace('http:', 'https:')
    await peer.context().addCookies([{ name: cookie!, value: value!, url, secure: true }])
  }, 90_000)
  afterAll(async () => {
    await browser?.close()
    await here?.stop()
  })
  const card = () => peer.getByRole('region', { name: 'A professional, for you' })

  it('asks with one tap; whoever is on call opens the link, presses, and the peer’s page says who rings', async () => {
    await peer.goto(`${here.teamUrl}/harbor/conversations`)
    await peer.getByRole('button', { name: 'I wrote them down' }).click()
    await peer.getByRole('button', { name: 'Go on' }).click({ timeout: 30_000 })
    await card().waitFor()
    await look(peer, 'professional-ask')
    await card().getByRole('button', { name: 'Ask an on-call professional to ring me' }).click()
    await card().getByText('Ringing a professional.').waitFor()
    await look(peer, 'professional-ringing')

    const [mail] = await mailWith(here, 'asks to be rung')
    await professional.goto(linkIn(mail!.text))
    await professional.getByRole('heading', { name: 'A peer asks to be rung' }).waitFor()
    await professional.getByText(name).first().waitFor()
    await look(professional, 'professional-link')
    await professional.getByRole('button', { name: 'I ring them now' }).click()
    await professional.getByRole('heading', { name: 'You have it' }).waitFor()
    const ring = professional.getByRole('link', { name: `Ring ${name}: 617-555-0155` })
    expect(await ring.getAttribute('href')).toBe('tel:6175550155')
    await look(professional, 'professional-taken')

    await card().getByText('has it and rings you at 617-555-0155').waitFor()
    await look(peer, 'professional-answered')
    await card().getByRole('button', { name: 'Seen, thank you' }).click()
    await card().getByRole('button', { name: 'Ask an on-call professional to ring me' }).waitFor()
    expect((await here.base.admin.query('select 1 from support.consultation')).rows).toEqual([])
    await professional.reload()
    await professional.getByRole('heading', { name: 'This is over' }).waitFor()
    await look(professional, 'professional-over')
    await fitsWhenZoomed(professional)
    await fitsWhenZoomed(peer)
  }, 120_000)

  it('hears at once when nobody can be rung, with the numbers that answer', async () => {
    await here.base.admin.query(
      `insert into roster.unavailability (region_id, id, member_id, starts_at, ends_at)
       select region_id, gen_random_uuid(), id, now() - interval '1 hour', now() + interval '1 hour'
         from roster.member where role = 'mhp'`,
    )
    await card().getByRole('button', { name: 'Ask an on-call professional to ring me' }).click()
    await card().getByText('No professional can be rung now').waitFor()
    expect(await card().getByRole('link').allTextContents()).toEqual([
      'Call the team: 617-555-0142',
      'Call 988, day and night',
    ])
    await look(peer, 'professional-nobody')
    await fitsWhenZoomed(peer)
  }, 60_000)
})
