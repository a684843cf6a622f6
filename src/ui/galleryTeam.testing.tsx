import { BarePage } from './barePage.tsx'
import { Actions, Button, LinkButton } from './button.tsx'
import { Card, EmptyState } from './card.tsx'
import { RadioCards } from './choices.tsx'
import { DataTable } from './dataTable.tsx'
import { DefinitionList, Stat, Stats } from './facts.tsx'
import { help, path } from './galleryProps.testing.ts'
import { Meter } from './meter.tsx'
import { Notice } from './notice.tsx'
import { Columns, PageHead, Section } from './pageHead.tsx'
import { PhaseStrip } from './phaseStrip.tsx'
import { QrPicture } from './qrPicture.tsx'
import { Seat, SeatBench } from './seats.tsx'
import { Tag } from './tag.tsx'
import { TeamPage } from './teamPage.tsx'
import { Timeline } from './timeline.tsx'
import { WindowBar } from './windowBar.tsx'

// The team’s pages: invented people and agencies.
const at = (text: string) => Temporal.Instant.from(`${text}:00-05:00`)
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

export const answer = (
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

export const board = (
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

export const states = (
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
    <Meter label="3 of 8 sections read" value={3} of={8} />
    <QrPicture text="https://peers.example/harbor" label="The address as a picture" />
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
