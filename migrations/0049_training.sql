-- Courses are files (content/courses); here stands what a region and its people do with them. A course, a lesson, a section, a
-- question is named by its id in those files, so nothing here refers to their words.
create schema training;
grant usage on schema training to tailboard_app;

alter table identity."grant" drop constraint grant_role_known;
alter table identity."grant" add constraint grant_role_known check (role in
  ('peer', 'duty_coordinator', 'clinical_director', 'agency_contact', 'administrator', 'instructor', 'learner'));

-- A clinician read one version of a course and marks it for this region. Text that changes has another fingerprint.
create table training.review (
  region_id uuid not null,
  id uuid not null,
  course text not null,
  fingerprint text not null constraint review_fingerprint check (fingerprint ~ '^[0-9a-f]{64}$'),
  reviewer text not null constraint review_reviewer check (length(reviewer) between 1 and 80),
  licence text not null constraint review_licence check (length(licence) between 1 and 80),
  reviewed_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint review_once unique (region_id, course, fingerprint)
);

-- How one gets into a course. No row: whoever wants to, at once.
create table training.entry (
  region_id uuid not null,
  course text not null,
  mode text not null constraint entry_mode_known check (mode in ('open', 'approval', 'closed')),
  set_at timestamptz not null default tailboard.now(),
  set_by uuid,
  primary key (region_id, course)
);

-- A word that lets so many people in without further asking, until a day.
create table training.code (
  region_id uuid not null,
  id uuid not null,
  course text not null,
  word text not null constraint code_word check (word ~ '^[A-Z2-9]{4}-[A-Z2-9]{4}$'),
  uses integer not null constraint code_uses check (uses between 1 and 500),
  expires_on date not null,
  agency_id uuid,
  made_at timestamptz not null default tailboard.now(),
  made_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (region_id, id),
  constraint code_word_once unique (region_id, word),
  constraint code_agency foreign key (region_id, agency_id) references region.agency (region_id, id)
);

-- So many people an agency may send to a course; its contact says who.
create table training.agency_seats (
  region_id uuid not null,
  agency_id uuid not null,
  course text not null,
  seats integer not null constraint agency_seats_sane check (seats between 0 and 500),
  set_at timestamptz not null default tailboard.now(),
  set_by uuid,
  primary key (region_id, agency_id, course),
  constraint agency_seats_agency foreign key (region_id, agency_id) references region.agency (region_id, id)
);

-- Somebody who was named to a course, or named themselves, before they signed in. Whoever proves the address finds it waiting. Each
-- way has its row, so that what one agency takes back was never anybody else's; when they begin, all of them go.
create table training.invited (
  region_id uuid not null,
  id uuid not null,
  course text not null,
  email text not null constraint invited_email check (email = lower(email) and length(email) <= 254),
  name text not null constraint invited_name check (length(name) between 1 and 80),
  how text not null constraint invited_how_known check (how in ('alone', 'seat', 'code', 'list')),
  agency_id uuid,
  code_id uuid,
  asked_at timestamptz not null default tailboard.now(),
  asked_by uuid,
  primary key (region_id, id),
  constraint invited_once unique nulls not distinct (region_id, course, email, how, agency_id),
  constraint invited_agency foreign key (region_id, agency_id) references region.agency (region_id, id),
  constraint invited_code foreign key (region_id, code_id) references training.code (region_id, id)
);

-- A name as it should stand on a certificate.
create table training.learner (
  region_id uuid not null,
  account_id uuid not null,
  name text not null constraint learner_name check (length(name) between 1 and 80),
  primary key (region_id, account_id)
);

create table training.enrolment (
  region_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  course text not null,
  how text not null constraint enrolment_how_known check (how in ('alone', 'seat', 'code', 'list')),
  agency_id uuid,
  code_id uuid,
  needs_approval boolean not null,
  enrolled_at timestamptz not null default tailboard.now(),
  -- What must be done by then is copied here, so that a rule that changes later moves nobody's end.
  finish_by date not null,
  primary key (region_id, id),
  constraint enrolment_learner foreign key (region_id, account_id)
    references training.learner (region_id, account_id),
  constraint enrolment_agency foreign key (region_id, agency_id) references region.agency (region_id, id),
  constraint enrolment_code foreign key (region_id, code_id) references training.code (region_id, id)
);
create index enrolment_of_account on training.enrolment (region_id, account_id);
create index enrolment_of_course on training.enrolment (region_id, course);

create table training.decision (
  region_id uuid not null,
  enrolment_id uuid not null,
  verdict text not null constraint decision_verdict_known check (verdict in ('approved', 'declined')),
  decided_at timestamptz not null default tailboard.now(),
  decided_by uuid,
  constraint decision_once primary key (region_id, enrolment_id),
  constraint decision_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

-- Left, or finished; whoever begins again has another enrolment. That its time ran out its last day says, and no row: what was done
-- before that day may be written down later, and counts.
create table training.enrolment_end (
  region_id uuid not null,
  enrolment_id uuid not null,
  why text not null constraint enrolment_end_known check (why in ('left', 'finished')),
  ended_at timestamptz not null default tailboard.now(),
  constraint enrolment_end_once primary key (region_id, enrolment_id),
  constraint enrolment_end_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

create table training.section_read (
  region_id uuid not null,
  enrolment_id uuid not null,
  lesson text not null,
  section text not null,
  constraint section_read_once primary key (region_id, enrolment_id, lesson, section),
  constraint section_read_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

-- The last answer to a knowledge check: its owner's, to learn from. Nobody else is shown it.
create table training.check_answer (
  region_id uuid not null,
  enrolment_id uuid not null,
  lesson text not null,
  check_id text not null,
  choice smallint not null,
  answered_at timestamptz not null default tailboard.now(),
  constraint check_answer_once primary key (region_id, enrolment_id, lesson, check_id),
  constraint check_answer_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

-- A practice conversation that was walked to an end.
create table training.practice (
  region_id uuid not null,
  enrolment_id uuid not null,
  practice text not null,
  ended_at timestamptz not null,
  constraint practice_once primary key (region_id, enrolment_id, practice),
  constraint practice_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

-- Where somebody stands in one; what they chose goes when they reach its end.
create table training.practice_way (
  region_id uuid not null,
  enrolment_id uuid not null,
  practice text not null,
  path smallint[] not null,
  walked_at timestamptz not null default tailboard.now(),
  constraint practice_way_once primary key (region_id, enrolment_id, practice),
  constraint practice_way_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

-- A test as it was drawn: questions, and each one's options, in the order in which they are shown.
create table training.attempt (
  region_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  fingerprint text not null,
  drawn text[] not null constraint attempt_drawn_some check (cardinality(drawn) > 0),
  pass_percent smallint not null constraint attempt_pass check (pass_percent between 1 and 100),
  handed_in_at timestamptz,
  right_answers smallint,
  primary key (region_id, id),
  constraint attempt_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id),
  constraint attempt_marked check ((handed_in_at is null) = (right_answers is null)),
  constraint attempt_right check (right_answers between 0 and cardinality(drawn))
);
create unique index attempt_one_open on training.attempt (region_id, enrolment_id) where handed_in_at is null;
create index attempt_of_enrolment on training.attempt (region_id, enrolment_id);

create table training.attempt_answer (
  region_id uuid not null,
  attempt_id uuid not null,
  question text not null,
  choice smallint not null,
  constraint attempt_answer_once primary key (region_id, attempt_id, question),
  constraint attempt_answer_attempt foreign key (region_id, attempt_id) references training.attempt (region_id, id)
);

create table training.class (
  region_id uuid not null,
  id uuid not null,
  course text not null,
  place text not null constraint class_place_some check (length(place) between 1 and 120),
  seats integer not null constraint class_seats check (seats between 1 and 200),
  instructor uuid not null,
  made_at timestamptz not null default tailboard.now(),
  made_by uuid,
  cancelled_at timestamptz,
  cancelled_by uuid,
  primary key (region_id, id)
);
create index class_of_instructor on training.class (region_id, instructor);

create table training.class_meeting (
  region_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (region_id, id),
  constraint class_meeting_hours check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
  constraint class_meeting_once unique (region_id, class_id, starts_at),
  constraint class_meeting_class foreign key (region_id, class_id) references training.class (region_id, id)
);

-- A seat, or a place on the waiting list while seated_at is null; whoever waited longest moves up.
create table training.class_place (
  region_id uuid not null,
  class_id uuid not null,
  enrolment_id uuid not null,
  asked_at timestamptz not null default tailboard.now(),
  seated_at timestamptz,
  constraint class_place_once primary key (region_id, class_id, enrolment_id),
  constraint class_place_class foreign key (region_id, class_id) references training.class (region_id, id),
  constraint class_place_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);
create index class_place_of_enrolment on training.class_place (region_id, enrolment_id);

-- Minutes somebody was there, as the instructor saw it.
create table training.attendance (
  region_id uuid not null,
  meeting_id uuid not null,
  enrolment_id uuid not null,
  minutes integer not null constraint attendance_minutes check (minutes between 0 and 720),
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  constraint attendance_once primary key (region_id, meeting_id, enrolment_id),
  constraint attendance_meeting foreign key (region_id, meeting_id) references training.class_meeting (region_id, id),
  constraint attendance_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);
create index attendance_of_enrolment on training.attendance (region_id, enrolment_id);

-- A skill that was watched in a room. Each look is a row; the newest counts.
create table training.sign_off (
  region_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  class_id uuid not null,
  skill text not null,
  verdict text not null constraint sign_off_verdict_known check (verdict in ('shown', 'not_yet')),
  observed_on date not null,
  recorded_at timestamptz not null default tailboard.now(),
  recorded_by uuid,
  primary key (region_id, id),
  constraint sign_off_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id),
  constraint sign_off_class foreign key (region_id, class_id) references training.class (region_id, id)
);
create index sign_off_of_enrolment on training.sign_off (region_id, enrolment_id);

-- What a class was found to be: counters of each answer apart. That somebody answered stands beside, so that nobody does twice.
create table training.evaluation (
  region_id uuid not null,
  class_id uuid not null,
  question text not null,
  answer smallint not null constraint evaluation_answer check (answer between 1 and 5),
  count integer not null constraint evaluation_count check (count > 0),
  constraint evaluation_once primary key (region_id, class_id, question, answer),
  constraint evaluation_class foreign key (region_id, class_id) references training.class (region_id, id)
);
create table training.evaluated (
  region_id uuid not null,
  class_id uuid not null,
  enrolment_id uuid not null,
  constraint evaluated_once primary key (region_id, class_id, enrolment_id),
  constraint evaluated_class foreign key (region_id, class_id) references training.class (region_id, id),
  constraint evaluated_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);

-- A paper that was taken back before its day stays on file, and says from when it no longer counts. The same sheet may be filed
-- again: with whom it belongs to, or once it is clear that it was good.
alter table roster.credential
  add column ended_on date,
  add column ended_by uuid,
  add constraint credential_ended check (ended_by is null or ended_on is not null),
  drop constraint credential_once;
create unique index credential_once on roster.credential (region_id, kind, issuer, number, issued_on) where ended_on is null;
grant update (ended_on, ended_by) on roster.credential to tailboard_app;

-- What signs a region's certificates. The private half is sealed under the installation's secret. A key that is no more in use stays,
-- so that what it signed can still be checked; one that fell into other hands vouches for nothing.
create table training.issuer_key (
  region_id uuid not null,
  kid text not null,
  public_jwk jsonb not null,
  sealed bytea not null,
  made_at timestamptz not null default tailboard.now(),
  made_by uuid,
  retired_at timestamptz,
  lost_at timestamptz,
  primary key (region_id, kid),
  constraint issuer_key_lost_retired check (lost_at is null or retired_at is not null)
);
create unique index issuer_key_one_in_use on training.issuer_key (region_id) where retired_at is null;

create table training.certificate (
  region_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  account_id uuid not null,
  name text not null,
  course text not null,
  title text not null,
  fingerprint text not null,
  online_minutes integer not null,
  in_person_minutes integer not null,
  score_percent smallint not null,
  issued_on date not null,
  -- The first day on which it no longer counts.
  expires_on date not null,
  issued_at timestamptz not null default tailboard.now(),
  status_index integer not null constraint certificate_status_index check (status_index >= 0),
  -- On whose file with the team it stands; null: its holder is no member, or was none when it was issued.
  filed_for uuid,
  primary key (region_id, id),
  constraint certificate_once unique (region_id, enrolment_id),
  constraint certificate_status_once unique (region_id, status_index),
  constraint certificate_dates check (issued_on < expires_on),
  constraint certificate_enrolment foreign key (region_id, enrolment_id) references training.enrolment (region_id, id)
);
create index certificate_of_account on training.certificate (region_id, account_id);

create table training.revocation (
  region_id uuid not null,
  certificate_id uuid not null,
  ground text not null constraint revocation_ground_known check (ground in ('issued_in_error', 'test_not_own', 'own_wish')),
  revoked_at timestamptz not null default tailboard.now(),
  revoked_by uuid,
  constraint revocation_once primary key (region_id, certificate_id),
  constraint revocation_certificate foreign key (region_id, certificate_id) references training.certificate (region_id, id)
);

-- A link its holder made, that shows of a certificate what they chose and nothing else. Only the hash of its code is kept.
create table training.showing (
  region_id uuid not null,
  id uuid not null,
  certificate_id uuid not null,
  code_hash bytea not null,
  shows text[] not null constraint showing_shows_known check (shows <@ array['name', 'dates', 'hours', 'score']),
  made_on date not null,
  ended_on date,
  primary key (region_id, id),
  constraint showing_code_once unique (region_id, code_hash),
  constraint showing_certificate foreign key (region_id, certificate_id) references training.certificate (region_id, id)
);

-- A paper of somebody else (ICISF, MPSN, a licence) that its holder entered; a person looks at it before it counts.
create table training.claim (
  region_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null constraint claim_kind_some check (length(kind) between 1 and 40),
  issuer text not null constraint claim_issuer_some check (length(issuer) between 1 and 80),
  number text not null constraint claim_number_some check (length(number) between 1 and 60),
  issued_on date not null,
  expires_on date not null,
  evidence_kind text not null constraint claim_evidence_known
    check (evidence_kind in ('certificate', 'letter', 'card', 'register_entry')),
  evidence_kept text not null constraint claim_evidence_some check (length(evidence_kept) between 1 and 200),
  claimed_at timestamptz not null default tailboard.now(),
  -- On whose file with the team it stands; null: nobody accepted it, or whoever entered it is no member.
  filed_for uuid,
  -- The last day on which it could not be filed, because this very paper is on somebody else's file.
  collided_on date,
  primary key (region_id, id),
  constraint claim_dates check (issued_on < expires_on),
  constraint claim_learner foreign key (region_id, account_id) references training.learner (region_id, account_id)
);
create index claim_of_account on training.claim (region_id, account_id);
create table training.claim_check (
  region_id uuid not null,
  claim_id uuid not null,
  verdict text not null constraint claim_check_verdict_known check (verdict in ('seen', 'not_accepted')),
  why text constraint claim_check_why_known check (why in ('not_readable', 'not_theirs', 'wrong_dates', 'unknown_issuer')),
  checked_at timestamptz not null default tailboard.now(),
  checked_by uuid,
  constraint claim_check_once primary key (region_id, claim_id),
  constraint claim_check_why check ((verdict = 'not_accepted') = (why is not null)),
  constraint claim_check_claim foreign key (region_id, claim_id) references training.claim (region_id, id)
);

-- A paper that was seen, and later found not to be what it was entered as. The check stays; this says that it counts no more.
create table training.claim_withdrawal (
  region_id uuid not null,
  claim_id uuid not null,
  why text not null
    constraint claim_withdrawal_why_known check (why in ('not_readable', 'not_theirs', 'wrong_dates', 'unknown_issuer')),
  withdrawn_at timestamptz not null default tailboard.now(),
  withdrawn_by uuid,
  constraint claim_withdrawal_once primary key (region_id, claim_id),
  constraint claim_withdrawal_check foreign key (region_id, claim_id) references training.claim_check (region_id, claim_id)
);

-- Continuing education: what somebody did after their certificate, by kind, in minutes.
create table training.continued (
  region_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null constraint continued_kind_known check (kind in ('training', 'on_the_job', 'meeting')),
  what text not null constraint continued_what_some check (length(what) between 1 and 120),
  minutes integer not null constraint continued_minutes check (minutes between 1 and 6000),
  done_on date not null,
  evidence_kept text not null constraint continued_evidence_some check (length(evidence_kept) between 1 and 200),
  entered_at timestamptz not null default tailboard.now(),
  verdict text constraint continued_verdict_known check (verdict in ('seen', 'not_accepted')),
  checked_at timestamptz,
  checked_by uuid,
  primary key (region_id, id),
  constraint continued_checked check ((checked_at is null) = (verdict is null)),
  constraint continued_learner foreign key (region_id, account_id) references training.learner (region_id, account_id)
);
create index continued_of_account on training.continued (region_id, account_id);

-- The day on which everybody's papers were looked at last.
create table training.papers_looked (
  region_id uuid primary key,
  looked_on date not null
);

-- That somebody was told, so many days before, that a paper of theirs ends.
create table training.lapse_told (
  region_id uuid not null,
  account_id uuid not null,
  paper text not null,
  ends_on date not null,
  days smallint not null constraint lapse_told_days check (days in (90, 60, 30, 7)),
  constraint lapse_told_once primary key (region_id, account_id, paper, ends_on, days)
);

do $$
declare name text;
begin
  foreach name in array array['review', 'entry', 'code', 'agency_seats', 'invited', 'learner', 'enrolment', 'decision',
    'enrolment_end', 'section_read', 'check_answer', 'practice', 'practice_way', 'attempt', 'attempt_answer', 'class', 'class_meeting',
    'class_place', 'attendance', 'sign_off', 'evaluation', 'evaluated', 'issuer_key', 'certificate', 'revocation', 'showing',
    'claim', 'claim_check', 'claim_withdrawal', 'continued', 'papers_looked', 'lapse_told']
  loop
    call tailboard.wall(('training.' || name)::regclass);
    execute format('grant select, insert on training.%I to tailboard_app', name);
  end loop;
  foreach name in array array['entry', 'code', 'agency_seats', 'invited', 'learner', 'check_answer', 'practice', 'practice_way',
    'attempt', 'attempt_answer',
    'class', 'class_place', 'attendance', 'evaluation', 'issuer_key', 'showing', 'continued', 'papers_looked']
  loop
    execute format('grant update on training.%I to tailboard_app', name);
  end loop;
  -- A test goes when its questions changed before it was handed in; the way through a talk at its end; the others only where an account is erased.
  foreach name in array array['invited', 'class_meeting', 'class_place', 'section_read', 'check_answer', 'practice',
    'practice_way', 'attempt', 'attempt_answer', 'claim', 'claim_check', 'claim_withdrawal', 'continued', 'lapse_told']
  loop
    execute format('grant delete on training.%I to tailboard_app', name);
  end loop;
end $$;

-- Whoever waits for a yes may come by a seat, a list or a code, and finishes by what is asked of whom they stand for then.
grant update (how, agency_id, code_id, needs_approval, finish_by) on training.enrolment to tailboard_app;
grant update (name, filed_for) on training.certificate to tailboard_app;
grant update (filed_for, collided_on) on training.claim to tailboard_app;

-- Whoever was named and never came is forgotten by the night's removal.
call tailboard.let_keeper('training.invited');

-- So is what somebody answered, and the way they took through a talk, a while after it could teach them anything.
-- The moment from which an enrolment is over: its end, or the day after its last one, which may lie ahead.
create function training.over_from(region uuid, enrolment uuid) returns timestamptz language sql stable as $$
  select coalesce(x.ended_at, (e.finish_by + 1)::timestamp at time zone 'UTC')
    from training.enrolment e
    left join training.enrolment_end x on x.region_id = e.region_id and x.enrolment_id = e.id
   where e.region_id = region and e.id = enrolment
$$;
grant select (region_id, id, finish_by) on training.enrolment to tailboard_keeper;
grant select (region_id, enrolment_id, ended_at) on training.enrolment_end to tailboard_keeper;
grant select (region_id, id, enrolment_id) on training.attempt to tailboard_keeper;
do $$
declare name text;
begin
  foreach name in array array['enrolment', 'enrolment_end', 'attempt'] loop
    execute format('create policy retention_reads on training.%I for select to tailboard_keeper
      using (region_id = (select tailboard.region()))', name);
  end loop;
  foreach name in array array['check_answer', 'practice_way', 'attempt_answer'] loop
    call tailboard.let_keeper(('training.' || name)::regclass);
  end loop;
end $$;
