-- What became of an applicant's wish to have a record about themselves put right (条例第四十一条). It counts in no table of the report.
create table application.rectification (
    message uuid primary key references application.message on delete cascade,
    outcome text not null,
    note    text check (note like 'sm4:%'),
    at      timestamptz not null,
    person  bigint
);
create index message_suggestions on application.message (organ, at) where kind = 'PROMOTION';
