-- What applicants say of themselves. Every text is sealed by SM4-GCM for its row; an index is a keyed hash for finding by exact match.
create schema personal;

create table personal.applicant (
    id              uuid primary key,
    organ           bigint not null references organ.organ,
    kind            text not null check (kind in ('NATURAL_PERSON', 'BUSINESS_ENTERPRISE', 'RESEARCH_INSTITUTE',
                                                  'PUBLIC_WELFARE_ORG', 'LEGAL_SERVICE_ORG', 'OTHER_ORG')),
    added_at        timestamptz not null,
    name            text check (name like 'sm4:%'),
    name_index      text,
    id_number       text check (id_number like 'sm4:%'),
    id_number_index text,
    phone           text check (phone like 'sm4:%'),
    phone_index     text,
    email           text check (email like 'sm4:%'),
    email_index     text,
    address         text check (address like 'sm4:%'),
    keep_until      date,
    anonymised_at   timestamptz
);
create index on personal.applicant (name_index, organ) where name_index is not null;
create index on personal.applicant (id_number_index, organ) where id_number_index is not null;
create index on personal.applicant (phone_index, organ) where phone_index is not null;
create index on personal.applicant (email_index, organ) where email_index is not null;
create index on personal.applicant (keep_until) where keep_until is not null and anonymised_at is null;
