-- What each third party said, where several are asked in one consultation (条例第三十二条). step is the consultation's place among the steps, party
-- the place of the third party in it; both count from what was recorded and never changes.
create table letter.opinion (
    request     bigint not null references request.request,
    step        int not null,
    party       int not null,
    opinion     text not null check (opinion in ('AGREE', 'DISAGREE')),
    reason      text not null,
    replied_on  date not null,
    recorded_at timestamptz not null,
    recorded_by bigint,
    primary key (request, step, party)
);
