-- What was sent with a form, as a digest: the same form sent again with other content is told apart from a second press of the button.
alter table web.sent_form add column digest bytea;
