create schema mail;

-- Mail to be sent and mail that was sent. Address, subject and text are sealed together in message.
create table mail.outbox (
    id         bigint generated always as identity primary key,
    message    text,
    about      text not null,
    organ      bigint references organ.organ,
    state      text not null check (state in ('WAITING', 'SENT', 'DEAD')),
    attempts   int not null default 0,
    next_at    timestamptz not null,
    problem    text,
    added_at   timestamptz not null,
    added_by   bigint,
    sent_at    timestamptz
);
create index outbox_waiting on mail.outbox (next_at) where state = 'WAITING';
create index outbox_dead on mail.outbox (organ) where state = 'DEAD';
