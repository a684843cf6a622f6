-- How heavy a day with the team was for somebody, from one to five: theirs alone. A day and a number; no session, no
-- incident, no member's row, no word. Kept ninety days at most.
create table roster.own_load (
  region_id uuid not null,
  account_id uuid not null default tailboard.actor(),
  noted_on date not null,
  heaviness smallint not null constraint own_load_one_to_five check (heaviness between 1 and 5),
  constraint own_load_once_a_day primary key (region_id, account_id, noted_on)
);
call tailboard.wall('roster.own_load');

-- A second wall within the region's: whoever asks sees and writes their own rows, whatever their role is.
create policy own_rows_read on roster.own_load as restrictive for select to tailboard_app
  using (region_id = (select tailboard.region()) and account_id = (select tailboard.actor()));
create policy own_rows_new on roster.own_load as restrictive for insert to tailboard_app
  with check (region_id = (select tailboard.region()) and account_id = (select tailboard.actor()));
create policy own_rows_changed on roster.own_load as restrictive for update to tailboard_app
  using (region_id = (select tailboard.region()) and account_id = (select tailboard.actor()))
  with check (region_id = (select tailboard.region()) and account_id = (select tailboard.actor()));
-- What is too old goes by a job that is nobody: it may delete what it cannot read.
create policy own_rows_or_old on roster.own_load as restrictive for delete to tailboard_app
  using (region_id = (select tailboard.region())
         and (account_id = (select tailboard.actor())
              or noted_on <= (tailboard.now() at time zone 'UTC')::date - 90));
grant select, insert, update (heaviness), delete on roster.own_load to tailboard_app;

-- A listing with a wrong number is put right, not retired.
grant update (name, kind, town, telehealth, languages, phone, cost, knows_responders)
  on intervention.referral to tailboard_app;
