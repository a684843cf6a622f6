-- A form sent twice as it is, by a double tap or a reload, is one request: digest of the form's own key and what it held.
alter table activation.request add column form_digest text;
alter table activation.request add constraint request_form_once unique (region_id, form_digest);
