import type { Child } from 'hono/jsx'
import helpLines from '../../content/resources/help-lines.json' with { type: 'json' }
import { BarePage } from './barePage.tsx'
import { Actions, Button, LinkButton } from './button.tsx'
import { Card, EmptyState } from './card.tsx'
import { Fieldset, RadioCards } from './choices.tsx'
import { DataTable } from './dataTable.tsx'
import { Door } from './door.tsx'
import { ErrorSummary, RequiredNote } from './errorSummary.tsx'
import { DefinitionList, Stat, Stats } from './facts.tsx'
import type { HelpLine } from './helpLine.ts'
import { Checkbox, DateTimeField, Field, NumberField, Select } from './inputs.tsx'
import type { Language } from './language.ts'
import { Notice } from './notice.tsx'
import { Columns, PageHead, Section } from './pageHead.tsx'
import type { Path } from './path.ts'
import { PhaseStrip } from './phaseStrip.tsx'
import { PublicPage } from './publicPage.tsx'
import { Seat, SeatBench } from './seats.tsx'
import { Tag } from './tag.tsx'
import { TeamPage } from './teamPage.tsx'
import { Timeline } from './timeline.tsx'
import { WindowBar } from './windowBar.tsx'

// Every component in every state, on pages as they will be. Invented people and agencies.
const said = (text: string) => ({ en: text, es: text })
const unsure = { note: said(''), about: said('Invented, for looking at.'), source: '', checked: null }
const help: readonly HelpLine[] = [
  ...helpLines,
  { ...unsure, code: 'untried', label: said('Untried line'), number: '1-800-555-0100' },
  { ...unsure, code: 'unnumbered', label: said('Line without a number'), number: null },
]
const path = (text: string) => text as Path
const at = (text: string) => Temporal.Instant.from(`${text}:00-05:00`)

const publicProps = (lang: Language) => ({
  lang,
  help,
  region: 'Harbor Region',
  home: path('/harbor'),
  leaveHref: path('https://www.weather.gov/'),
  languageSwitch: {
    href: path(lang === 'en' ? '/harbor?lang=es' : '/harbor?lang=en'),
    label: lang === 'en' ? 'Español' : 'English',
  },
  stylesheet: path('public.css'),
  footer: [
    { href: path('/harbor/sees'), label: 'What we can and cannot see' },
    { href: path('/harbor/about'), label: 'About the team' },
  ],
})

const front = (
  <PublicPage title="Talk it through" {...publicProps('en')}>
    <PageHead
      title="Talk it through with somebody who has been there."
      lead="Peer supporters from eight departments. You choose who. Leave out any department."
    />
    <Door
      primary
      icon="talk"
      title="I need someone to talk to"
      line="Call, or write without giving a name"
      href={path('/harbor/support')}
    />
    <Door
      icon="crew"
      title="My crew needs a team"
      line="After a hard call. Takes two minutes."
      href={path('/harbor/request')}
    />
    <Door
      icon="train"
      title="Train with us"
      line="Online courses, practice, certificates"
      href={path('/harbor/courses')}
    />
    <Card tone="aside">
      <p>
        <b>We keep no name and hold no key.</b> You and the peer do. The law can bind the peer in a few cases:
        read them first.
      </p>
      <a href={path('/harbor/sees')}>What we can and cannot see</a>
    </Card>
  </PublicPage>
)

const frontSpanish = (
  <PublicPage title="Hable con alguien" {...publicProps('es')}>
    <PageHead
      title="Hable con alguien que ha pasado por lo mismo."
      lead="Compañeros de apoyo de ocho departamentos. Usted elige con quién hablar y qué departamento dejar fuera."
    />
    <Door
      primary
      icon="talk"
      title="Necesito hablar con alguien"
      line="Llame, o escriba sin dar su nombre"
      href={path('/harbor/support')}
    />
    <Notice tone="info" title="Su visita">
      <p>Use su propio teléfono, fuera de la red del departamento.</p>
    </Notice>
  </PublicPage>
)

const choices = [
  { value: 'police', label: 'Police' },
  { value: 'fire', label: 'Fire', line: 'with rescue and hazardous materials' },
  { value: 'dispatch', label: 'Dispatch' },
]

const form = (wrong: boolean) => (
  <PublicPage title="My crew needs a team" {...publicProps('en')}>
    <ErrorSummary
      lang="en"
      errors={
        wrong
          ? [
              { field: 'occurred', message: 'When did it happen? It cannot be tomorrow.' },
              { field: 'crew', message: 'How many people? A whole number from 1 to 500.' },
              { field: 'over', message: 'Is it over? Choose yes or no.' },
              { field: null, message: 'Somebody filed the same incident two minutes ago.' },
            ]
          : []
      }
    />
    <PageHead title="My crew needs a team" lead="Eight facts. A coordinator calls you back." />
    <form method="post" action={path('/harbor/request')}>
      <RequiredNote lang="en" />
      <Select
        lang="en"
        name="what"
        label="What happened"
        required
        options={[
          { value: 'fire', label: 'Child death or serious injury' },
          { value: 'other', label: 'Something else' },
        ]}
        value={wrong ? 'fire' : undefined}
      />
      <DateTimeField
        name="occurred"
        label="When"
        hint="As near as you know."
        zone="Boston time"
        required
        value={wrong ? '2026-11-24T14:55' : undefined}
        error={wrong ? 'When did it happen? It cannot be tomorrow.' : undefined}
      />
      <Fieldset legend="Who was there" hint="Roughly. No names.">
        <NumberField
          name="crew"
          label="Firefighters"
          max={500}
          required
          value={wrong ? 'six or so' : undefined}
          error={wrong ? 'How many people? A whole number from 1 to 500.' : undefined}
        />
        <NumberField name="medics" label="Medics" max={500} hint="Leave empty for none." />
      </Fieldset>
      <RadioCards
        name="over"
        label="Is it over for them?"
        required
        inline
        options={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
        error={wrong ? 'Is it over? Choose yes or no.' : undefined}
      />
      <RadioCards name="service" label="Your service" options={choices} value="fire" />
      <Field
        name="phone"
        label="Number to call you back"
        type="tel"
        autocomplete="tel"
        inputmode="tel"
        required
        hint="Your own phone if you can."
      />
      <Field name="town" label="Town" value="Larkfield" autocomplete="off" />
      <Checkbox name="spoke" label="The crew knows that I ask" hint="Nobody has to come." />
      <Actions>
        <Button look="primary">Ask for a team</Button>
        <Button look="quiet" unchecked name="later" value="1">
          Not now
        </Button>
      </Actions>
    </form>
  </PublicPage>
)

const labels = {
  opens: 'opened 14:20',
  idealUntil: 'ideal until 22:20',
  closes: 'closes 02:20',
  now: 'now 15:20',
  session: 'session 19:00–20:00',
}
const times = {
  opens: at('2026-11-23T14:20'),
  idealUntil: at('2026-11-23T22:20'),
  closes: at('2026-11-24T02:20'),
  now: at('2026-11-23T15:20'),
  session: { starts: at('2026-11-23T19:00'), ends: at('2026-11-23T20:00') },
}

const answer = (
  <BarePage
    title="Can you help?"
    lang="en"
    line="one offer, for you"
    stylesheet={path('team.css')}
    help={help}
  >
    <Tag tone="amber">Answer by 18:20</Tag>
    <PageHead title="Can you help with a defusing this evening?" />
    <Card>
      <DefinitionList
        facts={[
          {
            term: 'When',
            detail: (
              <>
                Today 19:00–20:00 EST <span class="muted">· arrive 18:40</span>
              </>
            ),
          },
          {
            term: 'Where',
            detail: (
              <>
                Community room, Larkfield <span class="muted">· 14 min from you</span>
              </>
            ),
          },
          { term: 'For', detail: 'An engine crew of six' },
          { term: 'You as', detail: 'Second peer, with a lead from Eastmarsh' },
        ]}
      />
      <WindowBar
        slim
        title="Window"
        summary="closes in 8 h. One of two seats is filled."
        labels={labels}
        {...times}
      />
    </Card>
    <p class="muted small">Asked because: another agency · certificate valid to 2028 · rested 9 days</p>
    <form method="post" action={path('/answer')}>
      <div class="card">
        <RadioCards
          name="conflict"
          label="Were you there? Do you supervise, investigate or know closely anyone involved?"
          hint="A yes stores only “not available”."
          required
          inline
          options={[
            { value: 'no', label: 'No' },
            { value: 'yes', label: 'Yes' },
          ]}
        />
      </div>
      <Button look="primary" wide name="answer" value="come">
        I’ll come
      </Button>
      <Button wide name="answer" value="later">
        I can, but from …
      </Button>
      <Button look="quiet" wide name="answer" value="no" unchecked>
        Not this time
      </Button>
    </form>
  </BarePage>
)

const teamProps = {
  lang: 'en',
  help,
  region: 'Harbor Region',
  home: path('/'),
  who: 'duty coordinator',
  stylesheet: path('team.css'),
  signOut: { action: path('/sign-out') },
  nav: ['Today', 'Activations', 'Roster', 'On call', 'Training', 'Reports'].map((label) => ({
    href: path(`/${label.toLowerCase().replace(' ', '-')}`),
    label,
    current: label === 'Activations',
  })),
} as const

const board = (
  <TeamPage title="Activation 0147" {...teamProps}>
    <PageHead
      over="Activation 0147 · requested 14:55 · spoke to the agency 15:03 · Larkfield Fire"
      title="House fire, child death · defusing for a crew of six"
      aside={
        <>
          <Tag tone="amber">Filling · 2 of 3</Tag>
          <Button look="quiet">Stand down</Button>
        </>
      }
    />
    <Card>
      <WindowBar
        title="Window"
        summary={
          <>
            Boston time · <b>3 h 40 min to the session</b>
          </>
        }
        labels={labels}
        {...times}
      />
    </Card>
    <Columns
      main={
        <>
          <Section title="Team">
            <SeatBench label="Team of three">
              <Seat
                initials="DM"
                name="Dana M."
                line="Lead peer · Eastmarsh Fire"
                state="coming"
                status="Coming"
                note="18 min away · led 4 this year"
              />
              <Seat
                initials="LT"
                name="Luis T."
                line="Peer · Harbor Ambulance · Spanish"
                state="filled"
                status="On, from 18:30"
                note="rested 21 days"
              />
              <Seat
                name="Peer"
                line="asked Sam R., Ines K. · answer by 15:35"
                state="waiting"
                status="Waiting"
                note="next: Jo P. (Brightwater)"
              />
              <Seat name="Chaplain" state="open" status="Open" note="nobody asked yet" />
            </SeatBench>
          </Section>
          <Card title="Not chosen, and why">
            <DataTable
              caption="Not chosen, and why"
              captionHidden
              columns={[
                { label: 'Member' },
                { label: 'Agency' },
                { label: 'First reason' },
                { label: 'Minutes away', numeric: true },
              ]}
              rows={[
                { key: 'al', cells: ['Al R.', 'Larkfield Fire', <Tag tone="bad">affected agency</Tag>, '4'] },
                { key: 'kay', cells: ['Kay O.', 'Kettle Point', <Tag>not available</Tag>, '31'] },
                { key: 'max', cells: ['Max C.', 'Cobbs Harbor', <Tag>certificate lapsed 3 Nov</Tag>, '128'] },
              ]}
            />
          </Card>
          <EmptyState
            title="No other activation"
            action={<LinkButton href={path('/new')}>File a request by phone</LinkButton>}
          >
            <p class="muted">When an agency asks, it appears here and you get a message.</p>
          </EmptyState>
        </>
      }
      aside={
        <>
          <Card title="Needs a hand" tone="amber">
            <p>Command (chief, two captains) should have a session of their own. None is planned.</p>
            <Button look="primary">Plan it</Button>
          </Card>
          <Card title="Timeline">
            <Timeline
              entries={[
                {
                  key: '15:19',
                  time: '15:19',
                  datetime: '2026-11-23T20:19Z',
                  what: 'Luis T. can, from 18:30',
                },
                {
                  key: '15:13',
                  time: '15:13',
                  datetime: '2026-11-23T20:13Z',
                  what: 'Plan approved by Rae H.',
                },
                {
                  key: '15:12',
                  time: '15:12',
                  datetime: '2026-11-23T20:12Z',
                  what: 'Defusing recommended: small crew, same day, strong exposure',
                },
              ]}
            />
          </Card>
        </>
      }
    />
  </TeamPage>
)

const states = (
  <TeamPage title="States" {...teamProps}>
    <PageHead title="Every state" />
    <Stats>
      <Stat label="Filled in the window" value="38 of 41" note="since January" />
      <Stat label="Median to a full team" value="23 min" />
      <Stat label="People disturbed" value="4.2" note="per activation" />
    </Stats>
    <Card title="CISD, phase 3 of 7">
      <PhaseStrip
        label="Phases of the session"
        phases={['Introduction', 'Fact', 'Thought', 'Reaction', 'Symptom', 'Teaching', 'Re-entry']}
        current={2}
      />
    </Card>
    <Card>
      <WindowBar
        title="Window of days"
        labels={{
          opens: 'opens Tue 14:20',
          idealUntil: 'ideal until Thu 14:20',
          closes: 'closes Thu 3 Dec 14:20',
          now: 'now Tue 15:20',
          session: 'session Tue 19:00–20:30',
        }}
        opens={at('2026-11-24T14:20')}
        idealUntil={at('2026-11-26T14:20')}
        closes={at('2026-12-03T14:20')}
        now={at('2026-11-24T15:20')}
        session={{ starts: at('2026-11-24T19:00'), ends: at('2026-11-24T20:30') }}
      />
      <WindowBar
        title="Closed"
        labels={{ ...labels, now: 'now 09:00', session: undefined }}
        {...times}
        session={undefined}
        now={at('2026-11-24T09:00')}
      />
    </Card>
    {(['info', 'amber', 'ok', 'bad'] as const).map((tone) => (
      <Notice tone={tone} title={`Notice ${tone}`} live={tone === 'ok'}>
        <p>What happened, and what to do now.</p>
      </Notice>
    ))}
    <p>
      <Tag tone="amber">amber</Tag> <Tag tone="ok">ok</Tag> <Tag tone="bad">bad</Tag> <Tag>neutral</Tag>
    </p>
    <Actions>
      <Button look="primary">Primary</Button>
      <Button>Plain</Button>
      <Button look="quiet">Quiet</Button>
      <Button look="danger">Delete for good</Button>
      <LinkButton href={path('/x')}>A link</LinkButton>
    </Actions>
    <DataTable
      caption="On call"
      columns={[{ label: 'Member' }]}
      rows={[]}
      empty={<EmptyState title="Nobody is on call" />}
    />
  </TeamPage>
)

export const gallery: Readonly<Record<string, Child>> = {
  front,
  'front-spanish': frontSpanish,
  form: form(false),
  'form-wrong': form(true),
  answer,
  board,
  states,
}
