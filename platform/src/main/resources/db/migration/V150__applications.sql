-- Applications of the public: drafts, what follows them, and what applicants say afterwards.
create schema application;

-- An application begun. It is found by the hash of a token in its author's browser and by nothing else. Once sent it holds only the number
-- of the request and, for a short while, the query code for the receipt.
create table application.draft (
    id       uuid primary key,
    token    text not null,
    organ    bigint not null references organ.organ,
    fields   text not null check (fields like 'sm4:%'),
    saved_at timestamptz not null,
    number   text,
    receipt  text check (receipt like 'sm4:%'),
    sent_at  timestamptz,
    unique (token, organ),
    check ((number is null) = (sent_at is null))
);
create index on application.draft (saved_at);

-- What an application by the internet says beyond what every request has: who acts for the applicant, whether help is needed.
create table application.submission (
    request   bigint primary key references request.request,
    applicant uuid not null,
    fields    text check (fields like 'sm4:%'),
    electronic boolean not null,
    at        timestamptz not null
);
create index on application.submission (applicant);

-- Who gave the right code and follows a request; short, and known by the hash of a token only.
create table application.visit (
    token   text primary key,
    number  text not null,
    began   timestamptz not null,
    seen    timestamptz not null
);
create index on application.visit (seen);

-- Wrong codes, by request and whether there is such a request or not.
create table application.failure (
    subject       text primary key,
    failures      int not null,
    last_at       timestamptz not null,
    blocked_until timestamptz
);

-- What applicants sent or did, for the officers to read.
create table application.message (
    id        uuid primary key,
    request   bigint not null references request.request,
    organ     bigint not null references organ.organ,
    applicant uuid not null,
    kind      text not null,
    text      text check (text like 'sm4:%'),
    at        timestamptz not null,
    read_at   timestamptz,
    read_by   bigint
);
create index on application.message (request, at);
create index on application.message (applicant);
create index message_unread on application.message (organ, at) where read_at is null;

create table application.message_file (
    message uuid not null references application.message on delete cascade,
    file    uuid not null,
    primary key (message, file)
);

-- How content applicants are after the end, once each.
create table application.satisfaction (
    request   bigint primary key references request.request,
    applicant uuid not null,
    score     int not null check (score between 1 and 5),
    text      text check (text like 'sm4:%'),
    at        timestamptz not null
);
create index on application.satisfaction (applicant);
