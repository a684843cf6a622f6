-- Somebody whose factors are to go has an hour to object before a second administrator may agree. Earlier ones stay as
-- they were agreed on.
alter table identity.account_recovery add constraint recovery_after_wait
  check (confirmed_at >= started_at + interval '1 hour') not valid;
