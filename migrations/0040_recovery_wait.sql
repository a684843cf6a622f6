-- Somebody whose factors are to go has an hour to object before a second administrator may agree. Earlier ones stay as
-- they were agreed on, and say that they are: the check holds for every row, in a restored archive as well.
alter table identity.account_recovery add column before_wait boolean not null default true;
alter table identity.account_recovery alter column before_wait set default false;
alter table identity.account_recovery add constraint recovery_after_wait
  check (before_wait or confirmed_at >= started_at + interval '1 hour');
