-- An agency may wish for a woman or a man on the team; it is weighed and never decides. What a member is they say
-- themselves, or don't.
alter table incident.further_facts add column team_wish text
  constraint further_team_wish_known check (team_wish in ('woman', 'man'));
alter table roster.member add column gender text constraint member_gender_known check (gender in ('woman', 'man', 'another'));
grant update (gender) on roster.member to tailboard_app;
