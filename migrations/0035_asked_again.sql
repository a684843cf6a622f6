-- A neighbouring team is asked once at a time: when the session moves, or a guest can't come after all, it may be asked anew.
alter table activation.aid_request drop constraint aid_request_once;
create unique index aid_request_once on activation.aid_request (region_id, plan_id, asked_region)
  where closed_at is null or accepted;
