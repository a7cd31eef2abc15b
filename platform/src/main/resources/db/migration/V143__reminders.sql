create schema reminder;

-- What was reminded of; each term of a request once before three working days, once before one, and once when it is over.
create table reminder.reminder (
    id       bigint generated always as identity primary key,
    request  bigint not null references request.request,
    organ    bigint not null references organ.organ,
    term     text not null,
    last_day date not null,
    occasion text not null check (occasion in ('THREE_DAYS', 'ONE_DAY', 'OVERDUE')),
    made_on  date not null,
    unique (request, term, last_day, occasion)
);
create index on reminder.reminder (organ, made_on);
