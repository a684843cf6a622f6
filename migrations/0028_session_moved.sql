-- An approved session whose time or place was changed: what it was before, who changed it and why, in codes.
create table activation.session_move (
  region_id uuid not null,
  plan_id uuid not null,
  number integer not null,
  was_starts_at timestamptz not null,
  was_place text not null,
  reason text not null,
  moved_at timestamptz not null default tailboard.now(),
  moved_by uuid not null,
  primary key (region_id, plan_id, number),
  constraint session_move_approval foreign key (region_id, plan_id) references activation.approval (region_id, plan_id),
  constraint session_move_numbered check (number >= 1),
  constraint session_move_reason check (reason in ('agency_asked', 'shift', 'room', 'more_can_come'))
);
call tailboard.wall('activation.session_move');
grant select, insert on activation.session_move to tailboard_app;
grant update (session_starts_at, session_ends_at, place) on activation.approval to tailboard_app;

-- Whoever sits on the team is bound for another span then.
grant update (during) on roster.commitment to tailboard_app;

-- Who looks at a board now; a row older than a minute says nothing.
create table activation.watching (
  region_id uuid not null,
  activation_id uuid not null,
  account_id uuid not null,
  seen_at timestamptz not null default tailboard.now(),
  primary key (region_id, activation_id, account_id),
  constraint watching_activation foreign key (region_id, activation_id) references activation.activation (region_id, id)
);
call tailboard.wall('activation.watching');
grant select, insert, delete, update (seen_at) on activation.watching to tailboard_app;

-- Ways to reach somebody are changed, never taken away.
revoke delete on messaging.reach from tailboard_app;
