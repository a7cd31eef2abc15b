-- Answers fit for everyone, published (依申请公开答复的公布).
create schema disclosure;

create table disclosure.entry (
    id             bigint generated always as identity primary key,
    request        bigint not null references request.request,
    organ          bigint not null references organ.organ,
    title          text not null,
    question       text not null,
    answer         text not null,
    answered_on    date not null,
    published_at   timestamptz not null,
    published_by   bigint not null,
    withdrawn_at   timestamptz,
    withdrawn_by   bigint,
    withdrawn_note text,
    check ((withdrawn_at is null) = (withdrawn_note is null))
);
-- A request's answer is published once at a time.
create unique index on disclosure.entry (request) where withdrawn_at is null;
create index on disclosure.entry (published_at desc) where withdrawn_at is null;

create table disclosure.file (
    entry bigint not null references disclosure.entry,
    file  uuid not null,
    primary key (entry, file)
);
create index on disclosure.file (file);
