import type { Page } from 'playwright-core'
import { createAccount, grantRole } from '../../src/identity/index.server.ts'
import type { Actor, Role } from '../../src/platform/actor.ts'
import type { AccountId } from '../../src/platform/ids.ts'
import { doneWith } from '../../src/platform/outcome.testing.ts'
import { rightKey } from '../../src/training/draw.testing.ts'
import type { Course } from '../../src/training/index.ts'
import { readSection, walkPractice } from '../../src/training/learn.server.ts'
import { shortestWay } from '../../src/training/practiceWalk.ts'
import { attemptsOf, beginTest, handIn, saveAnswers } from '../../src/training/test.server.ts'
import type { Installation } from './installation.ts'

/** An account with a role in Harbor and no more. */
export async function accountWith(here: Installation, role: Role, email: string): Promise<AccountId> {
  const account = await createAccount(here.services.auth, { email, name: '' })
  await here.services.db.write({ kind: 'system', regionId: here.harbor.regionId }, (tx) =>
    grantRole(tx, account, role),
  )
  return account
}

/** Reads on from the page of a course, section by section, so many lessons or until nothing is left. */
export async function readOn(page: Page, lessons = Number.POSITIVE_INFINITY): Promise<void> {
  for (
    let lesson = 0;
    lesson < lessons && (await page.getByRole('link', { name: 'Continue', exact: true }).count()) > 0;
    lesson++
  ) {
    await page.getByRole('link', { name: 'Continue', exact: true }).first().click()
    for (; (await page.getByRole('button', { name: /^Done/ }).count()) > 0; )
      await page.getByRole('button', { name: /^Done/ }).click()
  }
}

/** Follows practice conversations of the page to one of their ends, by the choices that open the talk. */
export async function practise(page: Page, course: Course, many = course.practice.length): Promise<void> {
  const back = page.url()
  for (const practice of course.practice.slice(0, many)) {
    await page.getByRole('link', { name: practice.title }).click()
    for (let turns = 0; turns < 40; turns++) {
      const choices = page.locator('fieldset button')
      if ((await choices.count()) === 0) break
      const said = await choices.allTextContents()
      const open = said.findIndex((text) => effectOf(course, practice.id, text) === 'opens')
      await choices.nth(Math.max(open, 0)).click()
    }
    await page.getByRole('heading', { name: 'How it ended' }).waitFor()
    await page.goto(back)
  }
}

/** Answers the open test part by part, wrongly as often as is asked, up to the page before handing in. */
export async function answerTest(page: Page, course: Course, wrong = 0): Promise<void> {
  let left = wrong
  while ((await page.getByRole('button', { name: 'Save and go on' }).count()) > 0) {
    for (const group of await page.locator('form fieldset').all()) {
      const asked = ((await group.locator('legend').textContent()) ?? '').replace(/^\d+\. /, '')
      const question = course.bank.find((one) => one.ask === asked)!
      const option = question.options.find((one) => one.right === left <= 0)!
      left -= 1
      await group.getByText(option.text, { exact: true }).click()
    }
    await page.getByRole('button', { name: 'Save and go on' }).click()
  }
}

function effectOf(course: Course, practice: string, said: string) {
  const turns = Object.values(course.practice.find((one) => one.id === practice)!.turns)
  const choices = turns.flatMap((turn) => ('choices' in turn ? turn.choices : []))
  const bare = (text: string) => text.replace(/\s+/g, ' ').trim()
  return choices.find((choice) => bare(choice.say) === bare(said))?.effect
}

/** Everything online, by the same use-cases as the pages: for journeys that are about what comes after. */
export async function finishOnline(
  here: Installation,
  actor: Extract<Actor, { kind: 'account' }>,
  course: Course,
  enrolmentId: string,
  until: 'test' | 'end' = 'end',
): Promise<void> {
  const { db, packs } = here.services
  for (const lesson of course.lessons)
    for (const section of lesson.sections) {
      const place = { lesson: lesson.id, section: section.id }
      doneWith(await readSection(db, actor, course, enrolmentId, place))
    }
  for (const practice of course.practice) {
    const way = { practice: practice.id, path: shortestWay(practice) }
    doneWith(await walkPractice(db, actor, course, enrolmentId, way))
  }
  if (until === 'test') return
  doneWith(await beginTest(db, packs, actor, course, enrolmentId))
  const [open] = await db.read(actor, (reader) => attemptsOf(reader, enrolmentId))
  const key = rightKey(open!.drawn, course.bank)
  doneWith(await saveAnswers(db, actor, course, enrolmentId, key))
  doneWith(await handIn(db, actor, course, enrolmentId))
}
