-- How a letter reached whom it was for. Names, addresses and witnesses are sealed together in people.
create table letter.delivery (
    id           uuid primary key,
    request      bigint not null references request.request,
    organ        bigint not null references organ.organ,
    letter       uuid references letter.letter,
    method       text not null check (method in ('DIRECT', 'ENTRUSTED', 'POST', 'ELECTRONIC', 'LEFT', 'PUBLIC_NOTICE')),
    sent_on      date not null,
    mail_no      text not null,
    remedy_url   text not null,
    mail         bigint,
    delivered_on date check (delivered_on >= sent_on),
    people       text,
    proof        uuid,
    recorded_at  timestamptz not null,
    recorded_by  bigint,
    check (method <> 'POST' or mail_no <> '')
);
create index on letter.delivery (request);
create index on letter.delivery (letter);
