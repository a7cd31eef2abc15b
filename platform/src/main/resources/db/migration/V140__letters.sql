create schema letter;

-- The templates organs have made of ours; the newest active one of a kind is used. Letters keep the one they were signed with.
create table letter.template (
    id          bigint generated always as identity primary key,
    organ       bigint not null references organ.organ,
    kind        text not null,
    version     int not null,
    docx        bytea not null,
    active      boolean not null,
    uploaded_at timestamptz not null,
    uploaded_by bigint,
    unique (organ, kind, version)
);
create unique index template_in_use on letter.template (organ, kind) where active;

-- What an organ's letters have in common beside their templates.
create table letter.setting (
    organ        bigint primary key references organ.organ,
    prefix       text not null,
    pattern      text not null,
    remedy_url   text not null,
    payment      text not null,
    complaints   text not null
);

-- The last number of a series in a year; its row is held while one is given, so there are neither gaps nor doubles.
create table letter.counter (
    organ  bigint not null references organ.organ,
    series text not null,
    year   int not null,
    last   int not null,
    primary key (organ, series, year)
);

create table letter.letter (
    id         uuid primary key,
    request    bigint not null references request.request,
    organ      bigint not null references organ.organ,
    kind       text not null,
    step       int not null,
    decision   text,
    state      text not null check (state in ('DRAFT', 'SIGNED', 'VOID')),
    content    text,
    changes    int not null default 0,
    made_at    timestamptz not null,
    made_by    bigint,
    series     text,
    year       int,
    number     int,
    doc_no     text,
    template   bigint references letter.template,
    signed_at  timestamptz,
    signed_by  bigint,
    signed_on  date,
    replaces   uuid references letter.letter,
    void_reason text,
    docx       uuid,
    pdf        uuid,
    ofd        uuid,
    unique (organ, series, year, number),
    unique (organ, doc_no),
    check ((number is null) = (doc_no is null) and (number is null) = (signed_on is null)),
    check (state <> 'DRAFT' or number is null),
    check (state <> 'SIGNED' or number is not null)
);
create index on letter.letter (request);
create index letter_drafts on letter.letter (organ, made_at) where state = 'DRAFT';
create index letter_signed on letter.letter (organ, signed_on) where number is not null;
create index letter_unprinted on letter.letter (signed_at) where number is not null and pdf is null;

-- What was signed stays as it was signed.
create function letter.refuse() returns trigger language plpgsql as $$
begin
    if old.number is not null and (new.number, new.doc_no, new.year, new.series, new.signed_on, new.kind, new.request)
            is distinct from (old.number, old.doc_no, old.year, old.series, old.signed_on, old.kind, old.request) then
        raise exception '已签发的文书不能修改';
    end if;
    return new;
end $$;
create trigger letter_signed_stays before update on letter.letter for each row execute function letter.refuse();
create function letter.refuse_delete() returns trigger language plpgsql as $$
begin
    if old.number is not null then
        raise exception '已签发的文书不能删除';
    end if;
    return old;
end $$;
create trigger letter_signed_kept before delete on letter.letter for each row execute function letter.refuse_delete();
