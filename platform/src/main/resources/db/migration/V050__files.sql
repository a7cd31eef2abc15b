-- What is known about stored files. Content lies outside the database under its hash; an encrypted file has a key of its own, sealed here.
create schema files;

create table files.file (
    id          uuid primary key,
    content     text not null check (content ~ '^[0-9a-f]{64}$'),
    size        bigint not null check (size > 0),
    kind        text not null,
    name        text,
    sealed_name text check (sealed_name like 'sm4:%'),
    purpose     text not null,
    organ       bigint references organ.organ,
    subject     text not null,
    uploader    bigint,
    added_at    timestamptz not null,
    data_key    text check (data_key like 'sm4:%'),
    keep_until  date,
    erased_at   timestamptz,
    check (erased_at is not null or (name is null) = (sealed_name is not null))
);
create index on files.file (content);
create index on files.file (subject);
create index on files.file (keep_until) where keep_until is not null and erased_at is null;
