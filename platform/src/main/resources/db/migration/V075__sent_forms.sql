create schema web;

-- Forms that were sent, so that a second press of the button does nothing. Kept for a day.
create table web.sent_form (
    number uuid primary key,
    at     timestamptz not null,
    place  text
);
create index on web.sent_form (at);
